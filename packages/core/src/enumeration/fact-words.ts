// A reason's fact in words: what is named by a rule as `any-flow-out.to-process` reads "to process of a flow out", or of the flow itself
// where it is known which one decided.
import type { Relation } from "../model/knowledge.ts";
import { splitFact } from "./tree.ts";

const relationWords: Readonly<Record<Relation, string>> = {
  from: "the sender",
  to: "the receiver",
  zone: "its zone",
  on: "what it runs on",
  "any-data": "some of its data",
  "all-data": "all of its data",
  "any-flow-in": "a flow in",
  "all-flow-in": "every flow in",
  "any-flow-out": "a flow out",
  "all-flow-out": "every flow out",
  "any-sender": "a sender",
  "all-senders": "every sender",
  "any-receiver": "a receiver",
  "all-receivers": "every receiver",
  "any-entry-point": "an entry point",
  "any-dependency": "a dependency",
  "any-member": "a member",
};

/** Words for a fact as a rule names it, with its relation; `of` is the title of the thing it was read of, when that is one thing. */
export function factInWords(name: string, of?: string): string {
  const { relation, fact } = splitFact(name);
  const whose = of ?? (relation && relationWords[relation]);
  const words = fact.replaceAll("-", " ");
  return whose === undefined ? words : `${words} of ${whose}`;
}
