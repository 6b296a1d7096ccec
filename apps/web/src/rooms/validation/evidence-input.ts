// From the fields of the form to the input of the command: what is empty is left out, and what only the other form asks too.

export interface EvidenceFields {
  readonly verdict: string;
  readonly by: string;
  readonly method: string;
  readonly performer: string;
  readonly saw: string;
  readonly tool: string;
  readonly environment: string;
  readonly on: string;
  readonly commit: string;
  readonly link: string;
}

/** A form that is not filled in. */
export function emptyForm(now: string): EvidenceFields {
  return {
    verdict: "passed",
    by: "hand",
    method: "",
    performer: "",
    saw: "",
    tool: "",
    environment: "",
    on: now,
    commit: "",
    link: "",
  };
}

const byHand = ["method", "performer", "saw"] as const;
const byTool = ["tool", "environment"] as const;
const both = ["on", "commit", "link"] as const;

/** The input of record-evidence. `unknown`: the repository of the model does not know the commit. */
export function evidenceInput(
  criterion: string,
  fields: EvidenceFields,
  { declared, unknown }: { readonly declared: boolean; readonly unknown: boolean },
): object {
  const asked = [...(fields.by === "hand" ? byHand : byTool), ...both];
  const given = asked.flatMap((name) => (fields[name].trim() === "" ? [] : [[name, fields[name].trim()] as const]));
  return {
    criterion,
    verdict: fields.verdict,
    ...Object.fromEntries(given),
    ...(declared ? { declared: true } : {}),
    ...(unknown ? { "unknown-commit": true } : {}),
  };
}
