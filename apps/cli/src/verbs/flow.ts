// flow: lists data flows; adds one from the element that opens the connection to the one that it is opened to.
import { thingVerb } from "../thing-verb.ts";

export const verb = thingVerb({
  name: "flow",
  noun: "flow",
  command: "add-flow",
  collection: "flows",
  words: ["from", "to"],
  options: [
    { field: "protocol", value: "protocol", say: "https, postgresql, amqp …" },
    { field: "carries", value: "data", say: "the data that goes with it", list: true },
    { field: "returns", value: "data", say: "the data that comes back", list: true },
    {
      field: "opens",
      value: "opens",
      say: "where it cannot be told which end opens the connection",
      choices: ["unknown"],
    },
  ],
  plannable: true,
  example: "parapet flow add web orders-db --protocol postgresql --carries order --id save",
  shows: ["from", "to", "protocol"],
});
