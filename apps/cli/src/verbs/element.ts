// element: lists external entities, processes and data stores; adds one.
import { elementKinds } from "@parapet/core";
import { thingVerb } from "../thing-verb.ts";

export const verb = thingVerb({
  name: "element",
  noun: "element",
  command: "add-element",
  each: "add-elements",
  collection: "elements",
  options: [
    { field: "kind", value: "kind", say: "what it is", choices: elementKinds, required: true },
    { field: "zone", value: "zone", say: "the trust zone that it is in; asked while it is not said" },
    { field: "also-on", value: "zones", say: "further zones that it is a member of", list: true },
    { field: "technologies", value: "ids", say: "what it is made of, as node,postgresql", list: true },
    { field: "holds", value: "data", say: "the data that is kept there", list: true },
    { field: "tenancy", value: "tenancy", say: "whom it serves", choices: ["shared", "dedicated"] },
  ],
  plannable: true,
  example: "parapet element add orders-db --kind data-store --zone inside --holds order",
  shows: ["kind", "zone"],
});
