// Two people at once: each pair of operations with the expected outcome, both ways; and what no pair of commands may do, whatever their inputs.
import { commands } from "@parapet/core";
import { describe, expect, test } from "vitest";
import { families } from "./testing/families.ts";
import { afterFirst, type OperationName, operations, second } from "./testing/pairs.ts";

const names = Object.keys(operations) as OperationName[];

/**
 * Row: what one person did. Column, in the same order: what another does who has not seen it. `=` both stand, `>` the last one wins (where
 * things are drawn, and files), `u` it is so already, `c` conflict, `m` changed meanwhile, `r` the command itself refuses.
 */
const table: Readonly<Record<OperationName, string>> = {
  "add element": "c===================================m=====",
  "add to scope": "=c========================================",
  "add flow": "====c===============================m=====",
  "add entry point": "====c===============================m=====",
  "remove thing": "==ccucccccc======cc=c=ccmmmm===m=m==m===r>",
  "rename thing": "====cc============c====cmmmm===m=m==m===r=",
  "set field": "====ccc=============================m===r=",
  "set list": "====cc====================================",
  "move zone": "====cc==c====c============================",
  "move to zone": "====cc==c>>==c============================",
  "lay out": "=========>>===============================",
  "choose view": "==========================================",
  "nest zone": "============cc============================",
  "remove zone": "=========c==cu============================",
  "set scope": "==========================================",
  "confirm assumption": "===============cc=========================",
  "challenge assumption": "===============cc===================mm====",
  answer: "====cc===========c=============m====m=====",
  promise: "==================c=================m=====",
  "settle fact": "===================c================m=====",
  comment: "==========================================",
  "resolve comment": "=====================c====================",
  "record threat": "====================================m=====",
  assign: "=======================c==================",
  "change score": "========================ccmm=====m==m=====",
  "confirm score": "========================ccmm=====m==m=====",
  decide: "========================mmcm=====m==m=====",
  "choose mitigation": "========================mmmm=====m==m=====",
  "set mitigation": "============================c=============",
  evidence: "====================================mm====",
  "mark implemented": "==============================c=====mm====",
  "accept what is asked": "===============================c====m=====",
  "accept anew": "================================c=m=======",
  accept: "========================mmmm=====c==m=====",
  approve: "================================m=u=mm====",
  review: "==========================================",
  "sign off": "==========================================",
  "sign off a part": "==========================================",
  "refuse proposal": "======================================c===",
  "accept observed": "===================m================m==c==",
  undo: "====ccc=============================m===r=",
  disk: "====cc===================================>",
};

describe("two operations at once", () => {
  test.each(names)("after %s", async (name) => {
    const entries = await afterFirst(name);
    let row = "";
    for (const other of names) row += await second(other, entries);
    expect(row, `the columns are ${names.join(", ")}`).toBe(table[name]);
  });
});

describe("families", () => {
  const placed = Object.values(families).flat() as readonly string[];

  test.each(commands.map(({ card }) => card.name))("%s is in one", (name) => {
    expect(
      placed.filter((one) => one === name),
      `${name} has no place in packages/live/src/testing/families.ts. Put it where the commands change the same kind of record in the same way; when none does, add an operation to pairs.ts and its row and column to the table of pairs.test.ts.`,
    ).toEqual([name]);
  });

  test("hold commands that exist", () => {
    const known = new Set<string>(commands.map(({ card }) => card.name));
    expect(placed.filter((name) => !known.has(name))).toEqual([]);
  });
});
