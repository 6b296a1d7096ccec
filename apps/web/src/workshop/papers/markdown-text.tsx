// Markdown of our own artifacts as it reads.
import { Fragment } from "react";
import { type Block, blocksOf, type Inline, type Item } from "./markdown.ts";

/** `picture`: where the picture of the text is. */
export function MarkdownText({ text, picture = "" }: { readonly text: string; readonly picture?: string }) {
  return blocksOf(text).map((block, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a text is drawn as a whole; its blocks have no other names.
    <Shown key={i} block={block} picture={picture} />
  ));
}

function Shown({ block, picture }: { readonly block: Block; readonly picture: string }) {
  if (block.kind === "heading") return <Heading level={block.level} text={block.text} />;
  if (block.kind === "picture") return <img src={picture} alt={block.say} className="w-full bg-white" />;
  if (block.kind === "list") return <Items items={block.items} ordered={block.ordered} />;
  if (block.kind === "table") return <Table {...block} />;
  return (
    <p dir="auto">
      <Text parts={block.text} />
    </p>
  );
}

function Heading({ level, text }: { readonly level: number; readonly text: readonly Inline[] }) {
  const inside = <Text parts={text} />;
  if (level === 1) return <h1 className="text-2xl font-semibold leading-tight">{inside}</h1>;
  if (level === 2) return <h2 className="mt-4 break-after-avoid text-lg font-semibold">{inside}</h2>;
  return <h3 className="mt-2 break-after-avoid text-base font-semibold">{inside}</h3>;
}

function Items({ items, ordered }: { readonly items: readonly Item[]; readonly ordered: boolean }) {
  const List = ordered ? "ol" : "ul";
  return (
    <List className={ordered ? "list-decimal pl-6" : "list-disc pl-6"}>
      {items.map(({ text, items: below }, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a paper is drawn as a whole; its lines have no other names.
        <li key={i} className="break-inside-avoid py-0.5" dir="auto">
          <Text parts={text} />
          {below.length > 0 && (
            <div className="text-sm text-soft">
              <Items items={below} ordered={false} />
            </div>
          )}
        </li>
      ))}
    </List>
  );
}

function Table({ head, rows }: Extract<Block, { kind: "table" }>) {
  const named = head.some((cell) => cell.length > 0);
  return (
    <div className="overflow-x-auto">
      <table className="report-table w-full text-left [overflow-wrap:break-word]">
        {named && (
          <thead>
            <tr>
              {head.map((cell, i) => {
                // biome-ignore lint/suspicious/noArrayIndexKey: columns have no other names.
                if (cell.length === 0) return <td key={i} />;
                return (
                  // biome-ignore lint/suspicious/noArrayIndexKey: columns have no other names.
                  <th key={i} scope="col" className="whitespace-nowrap">
                    <Text parts={cell} />
                  </th>
                );
              })}
            </tr>
          </thead>
        )}
        <tbody>
          {rows.map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other names.
            <tr key={at} className="break-inside-avoid">
              {row.map((cell, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns have no other names.
                <td key={i} dir="auto" className={!named && i === 0 ? "w-40 text-soft" : ""}>
                  <Text parts={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Text({ parts }: { readonly parts: readonly Inline[] }) {
  return parts.map(({ kind, text }, i) => {
    const key = `${i} ${kind}`;
    if (kind === "strong") return <strong key={key}>{text}</strong>;
    return kind === "code" ? (
      <code key={key} className="font-mono text-[0.9em]">
        {text}
      </code>
    ) : (
      <Fragment key={key}>{text}</Fragment>
    );
  });
}
