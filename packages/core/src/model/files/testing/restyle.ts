// Writes a value in many styles of YAML: what people might have typed. For tests.
import { Document, isCollection, type Node, Scalar, visit } from "yaml";

/** YAML of the value; `dice` choose flow or block, quotes, comments, blank lines, line ends, JSON. */
export function restyle(value: object, dice: readonly number[]): string {
  let turn = 0;
  const roll = (sides: number) => ((dice[turn++ % dice.length] ?? 0) + turn) % sides;
  if (roll(11) === 0) return JSON.stringify(value, null, roll(3));
  const document = new Document(value, { aliasDuplicateObjects: false });
  const comments = roll(2) === 0;
  visit(document, {
    Collection(key, node, path) {
      if (path.length > 2 && roll(3) === 0) node.flow = true;
      if (comments && !insideFlow(path) && !node.flow && node.items.length > 0 && key !== null && roll(5) === 0)
        node.commentBefore = " above";
    },
    Scalar(key, node, path) {
      if (typeof node.value !== "string") return;
      if (roll(5) === 0) node.type = roll(2) === 0 ? Scalar.QUOTE_DOUBLE : Scalar.QUOTE_SINGLE;
      if (!comments || insideFlow(path)) return;
      if (key === "key" && roll(6) === 0) node.commentBefore = " own line";
      if (key === "key" && roll(9) === 0) node.spaceBefore = true;
      if (key === "value" && roll(6) === 0) node.comment = " behind";
    },
  });
  const text = document.toString({
    indent: 2 + roll(3),
    indentSeq: roll(2) === 0,
    lineWidth: roll(2) === 0 ? 0 : 40,
    flowCollectionPadding: roll(2) === 0,
  });
  return roll(4) === 0 ? text.replaceAll("\n", "\r\n") : text;
}

function insideFlow(path: readonly unknown[]): boolean {
  return path.some((node) => isCollection(node as Node) && (node as { flow?: boolean }).flow === true);
}
