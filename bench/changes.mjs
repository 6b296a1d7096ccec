// How a batch of changes grows from 3,000 to 30,000: apply, difference, inverse, rebase. `node bench/changes.mjs`
//
// The exponent holds what the algorithm does and what the machine does: 3,000 changes fit into its cache and make no garbage
// collection, 30,000 do neither. So each figure has two more beside it, which change nothing about the target. "In ten batches" does
// the same work on the same memory as ten batches of 3,000: what one batch of 30,000 takes more than those is growth by size. The
// yardsticks are what the language does at best with as many keys: filling a Map, copying an object.
import { core, exponent, leastOf } from "./load.mjs";

const { apply, difference, inverseOf, rebase } = await core();
const rounds = 20;
const target = 1.1;
const works = {
  apply: ({ before, changes }) => apply(before, changes),
  "apply to one set": ({ before, members }) => apply(before, members),
  difference: ({ before, after }) => difference(before, after),
  inverse: ({ changes }) => inverseOf(changes),
  "apply the inverse": ({ after, changes }) => apply(after, inverseOf(changes)),
  rebase: ({ changes, others }) => rebase(changes, others),
};
const yardsticks = {
  "yardstick, a Map filled": ({ changes }) => new Map(changes.map((change) => [change.id, change])),
  "yardstick, an object copied": ({ before }) => ({ ...before.model.data }),
};

const batches = Array.from({ length: 10 }, () => batchOf(3000));
const large = batchOf(30_000);
for (const [name, work] of Object.entries(yardsticks)) console.log(line(name, measured(work)));
for (const [name, work] of Object.entries(works)) {
  const figures = measured(work);
  console.log(`${line(name, figures)} (at most ${target}: ${figures.growth <= target ? "holds" : "FAILS"})`);
}

function measured(work) {
  const least = leastOf(rounds, {
    small: () => work(batches[0]),
    ten: () => batches.map(work),
    large: () => work(large),
  });
  const of = (size, ms) => ({ size, ms });
  const whole = of(30_000, least.large);
  return {
    ...least,
    growth: exponent(of(3000, least.small), whole),
    bySize: exponent(of(3000, least.ten / batches.length), whole),
  };
}

function line(name, { small, large, growth, bySize }) {
  const times = `${small.toFixed(2)} ms for 3,000, ${large.toFixed(2)} ms for 30,000`;
  return `${name}: ${times}, exponent ${growth.toFixed(2)}, against ten batches ${bySize.toFixed(2)}`;
}

/** Two documents of as many things that differ in one field each, those changes, others beside them, and as many members for one set. */
function batchOf(size) {
  const before = documentOf(size, "internal");
  const after = documentOf(size, "restricted");
  const changes = difference(before, after);
  const others = difference(before, documentOf(size, "internal", "renamed"));
  const members = changes.map((_, i) => ({
    collection: "model.data",
    id: "d0",
    field: ["tags", `t${i}`],
    after: true,
  }));
  return { before, after, changes, others, members };
}

function documentOf(size, classification, prefix = "data") {
  const data = Object.fromEntries(
    Array.from({ length: size }, (_, i) => [`d${i}`, { title: `${prefix} ${i}`, classification, kinds: ["business"] }]),
  );
  return { model: { parapet: 1, system: "Batch", data } };
}
