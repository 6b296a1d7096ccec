// The Markdown that our artifacts are written in, as blocks: headings, tables, lists, pictures, paragraphs. What people typed is escaped there, and text here. Pure.

export type Inline = { readonly kind: "text" | "strong" | "code"; readonly text: string };

export interface Item {
  readonly text: readonly Inline[];
  readonly items: readonly Item[];
}

export type Block =
  | { readonly kind: "heading"; readonly level: number; readonly text: readonly Inline[] }
  | { readonly kind: "paragraph"; readonly text: readonly Inline[] }
  | { readonly kind: "picture"; readonly say: string }
  | { readonly kind: "list"; readonly ordered: boolean; readonly items: readonly Item[] }
  | {
      readonly kind: "table";
      readonly head: readonly (readonly Inline[])[];
      readonly rows: readonly (readonly (readonly Inline[])[])[];
    };

/** What a text says, line by line, without its marks. */
export function linesOf(markdown: string): readonly string[] {
  const plain = (parts: readonly Inline[]) => parts.map(({ text }) => text).join("");
  const items = (all: readonly Item[]): readonly string[] =>
    all.flatMap(({ text, items: below }) => [plain(text), ...items(below)]);
  return blocksOf(markdown).flatMap((block) => {
    if (block.kind === "list") return items(block.items);
    if (block.kind === "table") return block.rows.map((row) => row.map(plain).join(" · "));
    return block.kind === "picture" ? [block.say] : [plain(block.text)];
  });
}

const bullet = /^(\s*)(?:-|(\d+)\.) (.*)$/;

export function blocksOf(markdown: string): readonly Block[] {
  const lines = markdown.split("\n");
  const blocks: Block[] = [];
  let at = 0;
  const take = (is: (line: string) => boolean): readonly string[] => {
    const from = at;
    while (at < lines.length && is(lines[at] ?? "")) at += 1;
    return lines.slice(from, at);
  };
  while (at < lines.length) {
    const line = lines[at] ?? "";
    const heading = /^(#{1,6}) (.*)$/.exec(line);
    const picture = /^!\[([^\]]*)\]\([^)]*\)$/.exec(line);
    if (line.trim() === "") at += 1;
    else if (heading) {
      blocks.push({ kind: "heading", level: heading[1]?.length ?? 1, text: inlinesOf(heading[2] ?? "") });
      at += 1;
    } else if (picture) {
      blocks.push({ kind: "picture", say: picture[1] ?? "" });
      at += 1;
    } else if (line.startsWith("|")) blocks.push(tableOf(take((one) => one.startsWith("|"))));
    else if (bullet.test(line)) {
      const list = take((one) => bullet.test(one));
      blocks.push({ kind: "list", ordered: /^\d/.test(line), items: itemsOf(list) });
    } else {
      const text = take((one) => one.trim() !== "" && !/^(#{1,6} |\||!\[)/.test(one) && !bullet.test(one));
      // A line that begins like a block and is none would stand still.
      if (text.length === 0) at += 1;
      blocks.push({ kind: "paragraph", text: inlinesOf(text.length === 0 ? line : text.join(" ")) });
    }
  }
  return blocks;
}

function tableOf(lines: readonly string[]): Block {
  const [head = [], , ...rows] = lines.map((line) => cellsOf(line));
  return { kind: "table", head, rows };
}

/** The cells of a row; a bar that is escaped is text. */
function cellsOf(line: string): readonly (readonly Inline[])[] {
  return line
    .replace(/^\|/, "")
    .replace(/\|\s*$/, "")
    .split(/(?<!\\)\|/)
    .map((cell) => inlinesOf(cell.trim()));
}

/** Items by their indent: what is further in belongs to the one before. */
function itemsOf(lines: readonly string[]): readonly Item[] {
  const items: { text: readonly Inline[]; below: string[] }[] = [];
  const indent = bullet.exec(lines[0] ?? "")?.[1]?.length ?? 0;
  for (const line of lines) {
    const [, space = "", , text = ""] = bullet.exec(line) ?? [];
    const last = items.at(-1);
    if (space.length > indent && last) last.below.push(line);
    else items.push({ text: inlinesOf(text), below: [] });
  }
  return items.map(({ text, below }) => ({ text, items: below.length === 0 ? [] : itemsOf(below) }));
}

/** Strong, code and text; an escaped character is itself. */
export function inlinesOf(markdown: string): readonly Inline[] {
  const parts: Inline[] = [];
  const pattern = /\*\*((?:\\.|[^*\\])+)\*\*|`([^`]+)`|((?:\\.|[^*`\\]|\*(?!\*)|\\$)+|[*`]+)/gs;
  for (const [, strong, code, text] of markdown.matchAll(pattern)) {
    if (strong !== undefined) parts.push({ kind: "strong", text: unescaped(strong) });
    else if (code !== undefined) parts.push({ kind: "code", text: code });
    else if (text !== undefined) parts.push({ kind: "text", text: unescaped(text) });
  }
  return parts;
}

function unescaped(text: string): string {
  return text.replace(/\\([\\`*_[\]<>|~#+=.()-])/g, "$1").replaceAll("&amp;", "&");
}
