// Analysis of the corpus's synthetic models of 100, 1,000 and 10,000 elements, against the time that JSON.stringify takes for a
// register of six records per element: both in this process. An analysis writes the records of threats, questions and things when
// somebody reads them (docs/decisions/0005-analysis.md): what reading everything costs beside is printed too.
// `node --expose-gc bench/analysis.mjs`
import { core, engineLayer, exponent, inCorpus, time } from "./load.mjs";
import { toDocument } from "./neutral-model.mjs";

const generator = inCorpus("bench/gen-model.mjs");
if (!generator) {
  console.log("skipped: the corpus is not here");
  process.exit(0);
}
const { generate } = await import(generator);
const { analyse } = await core();
const knowledge = engineLayer();
const categories = [
  "Spoofing",
  "Tampering",
  "Repudiation",
  "Information disclosure",
  "Denial of service",
  "Elevation of privilege",
];

const rows = [];
for (const size of [100, 1000, 10000]) {
  const neutral = generate(size);
  const document = toDocument(neutral);
  const register = registerOf(neutral);
  const runs = size > 1000 ? 5 : 9;
  const yardstick = time(runs, () => JSON.stringify(register));
  const { ms, value } = time(runs, () => analyse(document, knowledge, { now: "2026-11-24" }));
  const whole = time(runs, () => ({ ...analyse(document, knowledge, { now: "2026-11-24" }) }));
  const megabytes = JSON.stringify(value).length / 1e6;
  rows.push({ size, ms, whole: whole.ms, ratio: ms / yardstick.ms, megabytes, threats: value.threats.length });
  console.log(
    `${size} elements: ${ms.toFixed(1)} ms = ${(ms / yardstick.ms).toFixed(1)} × stringify (${yardstick.ms.toFixed(1)} ms of ${register.length} records), ` +
      `${(whole.ms / yardstick.ms).toFixed(1)} × with every record read; ` +
      `${value.threats.length} threats, ${value.questions.length} questions, ${megabytes.toFixed(1)} MB`,
  );
}
console.log(
  `exponent 100 → 1,000: ${exponent(rows[0], rows[1]).toFixed(2)}; 1,000 → 10,000: ${exponent(rows[1], rows[2]).toFixed(2)}`,
);
const everything = rows.map(({ size, whole }) => ({ size, ms: whole }));
console.log(
  `with every record read: ${exponent(everything[0], everything[1]).toFixed(2)}; ${exponent(everything[1], everything[2]).toFixed(2)}`,
);
console.log(`peak memory ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MiB`);
const last = rows[2];
console.log(
  `at 10,000: at most 5 × ${last.ratio <= 5 ? "holds" : "FAILS"} (${last.ratio.toFixed(1)}); at most 100 MB ${last.megabytes <= 100 ? "holds" : "FAILS"} (${last.megabytes.toFixed(1)})`,
);

/** The record of the yardstick: the same fields and lengths as the corpus's node_limits.mjs. */
function registerOf(model) {
  return model.elements.flatMap((element) =>
    categories.map((category, i) => ({
      id: `${element.id}-${i}`,
      elementId: element.id,
      elementName: element.name,
      category,
      title: `${category} of ${element.name}`,
      description: `An attacker with network access to ${element.name} in ${element.boundary} could achieve ${category.toLowerCase()} because the declared controls do not cover this case; see the rule text for the conditions that matched.`,
      severity: ["low", "medium", "high", "critical"][i % 4],
      score: 10 + i,
      status: "open",
      owner: null,
      cwe: [79 + i],
      references: [`CAPEC-${100 + i}`, `ATT&CK T${1000 + i}`],
      ruleId: `R-${i}-${element.type}`,
      mitigations: ["Add the missing control and record evidence", "Verify with a test in CI"],
      createdAt: "2026-01-01T00:00:00.000Z",
    })),
  );
}
