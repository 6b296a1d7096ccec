// zone: lists trust zones; adds one, whose border is a trust boundary.
import { zoneKinds } from "@parapet/core";
import { thingVerb } from "../thing-verb.ts";

export const verb = thingVerb({
  name: "zone",
  noun: "zone",
  command: "add-zone",
  collection: "zones",
  options: [
    { field: "kind", value: "kind", say: "what kind of place it is", choices: zoneKinds },
    { field: "in", value: "zone", say: "the zone that it lies in" },
    {
      field: "allows",
      value: "flows",
      say: "the flows that its border lets through: it is a segment then",
      list: true,
    },
  ],
  example: "parapet zone add inside --kind private-network",
  shows: ["kind", "in"],
});
