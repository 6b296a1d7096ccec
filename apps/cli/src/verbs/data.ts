// data: lists data assets; adds one with how bad it is to lose it.
import { classifications, dataKinds } from "@parapet/core";
import { thingVerb } from "../thing-verb.ts";

export const verb = thingVerb({
  name: "data",
  noun: "data asset",
  command: "add-data",
  collection: "data",
  options: [
    { field: "classification", value: "level", say: "how bad it is when it leaks", choices: classifications },
    { field: "kinds", value: "kinds", say: "what it is", choices: dataKinds, list: true },
  ],
  example: "parapet data add order --classification confidential --kinds personal,financial",
  shows: ["classification", "kinds"],
});
