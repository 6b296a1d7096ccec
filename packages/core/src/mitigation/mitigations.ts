// Mitigations as the analysis shows them: where each stands, and which of its criteria are met.
import type { Criterion, MitigationView } from "../analysis/result.ts";
import type { MitigationVerdict } from "../model/verdicts.ts";

/** The views of all mitigations and of their criteria (`criterion@mitigation`). */
export function mitigationsOf(verdicts: readonly MitigationVerdict[]): {
  mitigations: readonly MitigationView[];
  criteria: readonly Criterion[];
} {
  const criteria: Criterion[] = [];
  const mitigations = verdicts.map((verdict): MitigationView => {
    const { id, mitigation, control, state } = verdict;
    const ids = verdict.criteria.map((criterion) => {
      const key = `${criterion.id}@${id}`;
      criteria.push({
        id: key,
        mitigation: id,
        required: criterion.required,
        verdict: criterion.verdict,
        ...(criterion.evidence ? { evidence: criterion.evidence } : {}),
      });
      return key;
    });
    return {
      id,
      title: mitigation.title ?? control?.title ?? id,
      ...(mitigation.control ? { control: mitigation.control } : {}),
      ...(control ? { level: control.level } : {}),
      on: mitigation.on,
      threats: mitigation.threats,
      ...(mitigation.owner ? { owner: mitigation.owner } : {}),
      ...(mitigation.due ? { due: mitigation.due } : {}),
      ...(mitigation.ticket ? { ticket: mitigation.ticket } : {}),
      ...(mitigation.stack ? { stack: mitigation.stack } : {}),
      ...(mitigation.platform ? { platform: mitigation.platform } : {}),
      state,
      criteria: ids,
    };
  });
  return { mitigations, criteria };
}
