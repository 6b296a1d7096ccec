// What the operations show about the process behind them: it takes files, reads XML, fetches addresses that callers give it.
import type { Observed } from "@parapet/core";
import { type At, placeOf } from "../positioned.ts";
import type { Operation } from "./operations.ts";

type Facts = NonNullable<Observed["facts"]>;

/** The facts that operations can show. */
export const natures = ["accepts-files", "fetches-urls", "parses-xml", "serves-html"] as const;

/** Observed facts of the process that serves the operations, each with the first place that shows it. */
export function naturesOf(operations: readonly Operation[]): Facts {
  const facts: Record<string, Facts[string]> = {};
  const show = (fact: (typeof natures)[number], at: At) => {
    facts[fact] ??= { value: "yes", seen: placeOf(at).slice(-400) };
  };
  for (const operation of operations) {
    if (operation.origin === "callback" && operation.path.includes("{$request")) show("fetches-urls", operation.at);
    if (operation.origin !== "path") continue;
    for (const { mediaType, schema } of operation.requests) {
      const at = schema?.at ?? operation.at;
      if (
        /^(multipart\/form-data|application\/octet-stream|application\/pdf|application\/zip|image\/|video\/|audio\/)/.test(
          mediaType,
        )
      )
        show("accepts-files", at);
      if (/^(application|text)\/(.+\+)?xml\b/.test(mediaType)) show("parses-xml", at);
    }
    for (const { mediaType } of operation.responses)
      if (mediaType.startsWith("text/html")) show("serves-html", operation.at);
  }
  return facts;
}
