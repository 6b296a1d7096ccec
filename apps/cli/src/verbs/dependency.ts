// dependency: lists what others make and the system uses; adds one.
import { dependencyKinds } from "@parapet/core";
import { thingVerb } from "../thing-verb.ts";

export const verb = thingVerb({
  name: "dependency",
  noun: "dependency",
  many: "dependencies",
  command: "add-dependency",
  collection: "dependencies",
  options: [
    { field: "kind", value: "kind", say: "what it is", choices: dependencyKinds, required: true },
    { field: "used-by", value: "elements", say: "the elements that use it", list: true },
    { field: "element", value: "element", say: "the element that stands for it in the diagram" },
    { field: "version", value: "version", say: "the version in use" },
  ],
  plannable: true,
  example: "parapet dependency add payment-sdk --kind library --used-by web --version 4.2",
  shows: ["kind", "used-by"],
});
