// How a batch of changes grows: apply, difference, inverse and rebase at 3,000 and 30,000 changes. `node --expose-gc bench/changes.mjs`
import { core, exponent, time } from "./load.mjs";

const { apply, difference, inverseOf, rebase } = await core();
const rows = [3000, 30000].map((size) => measured(size));
for (const name of Object.keys(rows[0])) {
  const [small, large] = rows.map((row) => row[name]);
  const growth = exponent(small, large);
  console.log(
    `${name}: ${small.ms.toFixed(1)} ms for 3,000, ${large.ms.toFixed(1)} ms for 30,000, exponent ${growth.toFixed(2)} (at most 1.1: ${growth <= 1.1 ? "holds" : "FAILS"})`,
  );
}

function measured(size) {
  const before = documentOf(size, "internal");
  const after = documentOf(size, "restricted");
  const changes = difference(before, after);
  const others = difference(before, documentOf(size, "internal", "renamed"));
  const runs = 7;
  return {
    apply: { size, ms: time(runs, () => apply(before, changes)).ms },
    difference: { size, ms: time(runs, () => difference(before, after)).ms },
    "apply the inverse": { size, ms: time(runs, () => apply(after, inverseOf(changes))).ms },
    rebase: { size, ms: time(runs, () => rebase(changes, others)).ms },
  };
}

function documentOf(size, classification, prefix = "data") {
  const data = Object.fromEntries(
    Array.from({ length: size }, (_, i) => [`d${i}`, { title: `${prefix} ${i}`, classification, kinds: ["business"] }]),
  );
  return { model: { parapet: 1, system: "Batch", data } };
}
