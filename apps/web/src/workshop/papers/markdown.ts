// The Markdown that our artifacts are written in, as blocks to draw: headings, tables, lists, pictures, paragraphs. What is none of these is text. Pure.
import { lexer, type MarkedToken, type Token, type Tokens } from "marked";

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

export function blocksOf(markdown: string): readonly Block[] {
  return lexer(markdown).flatMap((token): readonly Block[] => {
    const one = token as MarkedToken;
    if (one.type === "space" || one.type === "def") return [];
    if (one.type === "heading") return [{ kind: "heading", level: one.depth, text: inlinesOf(one.tokens) }];
    if (one.type === "list") return [{ kind: "list", ordered: one.ordered, items: one.items.map(itemOf) }];
    if (one.type === "table") return [tableOf(one)];
    if (one.type !== "paragraph") return [{ kind: "paragraph", text: [{ kind: "text", text: one.raw.trim() }] }];
    const [first] = one.tokens as MarkedToken[];
    if (first?.type === "image" && one.tokens.length === 1) return [{ kind: "picture", say: unescaped(first.text) }];
    return [{ kind: "paragraph", text: inlinesOf(one.tokens) }];
  });
}

function tableOf({ header, rows }: Tokens.Table): Block {
  const cells = (row: readonly Tokens.TableCell[]) => row.map(({ tokens }) => inlinesOf(tokens));
  return { kind: "table", head: cells(header), rows: rows.map(cells) };
}

function itemOf({ tokens }: Tokens.ListItem): Item {
  const all = tokens as MarkedToken[];
  const lists = all.flatMap((token) => (token.type === "list" ? [token] : []));
  return {
    text: inlinesOf(all.filter(({ type }) => type !== "list")),
    items: lists.flatMap(({ items }) => items.map(itemOf)),
  };
}

/** Strong, code and text, neighbours of one kind together; any other mark is what stands inside it. */
function inlinesOf(tokens: readonly Token[]): readonly Inline[] {
  const parts: { kind: Inline["kind"]; text: string }[] = [];
  for (const part of tokens.flatMap((token) => partsOf(token as MarkedToken))) {
    const last = parts.at(-1);
    if (last?.kind === part.kind) last.text += part.text;
    else parts.push({ ...part });
  }
  return parts.map(({ kind, text }) => ({ kind, text: kind === "text" ? text.replaceAll("\n", " ") : text }));
}

function partsOf(token: MarkedToken): readonly Inline[] {
  if (token.type === "codespan") return [{ kind: "code", text: token.text }];
  if (token.type === "escape") return [{ kind: "text", text: token.text }];
  const inside = "tokens" in token && token.tokens ? inlinesOf(token.tokens) : undefined;
  if (token.type === "strong") return [{ kind: "strong", text: (inside ?? []).map(({ text }) => text).join("") }];
  return inside ?? [{ kind: "text", text: unescaped(token.raw) }];
}

/** An ampersand is the one sign that our artifacts write as an entity. */
function unescaped(text: string): string {
  return text.replaceAll("&amp;", "&");
}
