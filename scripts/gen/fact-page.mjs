// The page of all facts: declared ones by sense, the pools that settle several with one answer, and those that are computed.
import { page, table } from "./markdown.mjs";

const senses = {
  countermeasure: "What removes or prevents threats. Unknown, it is asked.",
  weakness: "What makes a threat worse or possible.",
  nature: "What a thing is or does. A title that suggests it makes it an assumed yes, which is asked.",
};

/** docs/reference/facts.md. */
export function factPage(known) {
  const { facts, pools, derivedFacts } = known;
  return page(
    "# Facts",
    `A fact is yes, no, unknown or not applicable, and says where it comes from. What is unknown and matters is asked. ${facts.length} facts are declared, by people, sources, technologies or protocols; ${derivedFacts.length} are computed from the model. In sentences \`{subject}\` stands for the name of the thing.`,
    ...Object.entries(senses).flatMap(([sense, say]) => [
      `## ${sense[0].toUpperCase()}${sense.slice(1)} facts`,
      say,
      ...facts.filter((fact) => fact.sense === sense).flatMap((fact) => oneFact(fact, known)),
    ]),
    "## Pools",
    "One question settles several facts.",
    ...pools.flatMap((pool) => onePool(pool, known)),
    "## Computed facts",
    "Nobody states these: they follow from zones, flows, data and entry points.",
    table(
      ["fact", "what a yes says", "on"],
      derivedFacts.map((fact) => [`\`${fact.id}\``, fact.say, fact.on.join(", ")]),
    ),
  );
}

function oneFact(fact, { technologies, texts }) {
  const implied = technologies.filter((one) => Object.hasOwn(one.facts, fact.id));
  const protocols = Object.entries(fact.protocols ?? {}).map(([protocol, value]) => `${protocol} (${value})`);
  const lines = [
    `- On: ${fact.on.join(", ")}`,
    fact.pool ? `- Settled by the pool [${fact.pool}](#pool-${fact.pool})` : "",
    fact.ask ? `- Asked of ${fact.for}, per ${fact.asked}: ${fact.ask}` : "",
    implied.length > 0
      ? `- Implied by: ${implied.map((one) => `${one.title} (${one.facts[fact.id]})`).join(", ")}`
      : "",
    protocols.length > 0 ? `- Implied by the protocol: ${protocols.join(", ")}` : "",
  ];
  return [
    `### ${fact.id}`,
    `Yes: ${fact.say}.`,
    texts.facts[fact.id]?.why,
    lines.filter((line) => line !== "").join("\n"),
  ];
}

function onePool(pool, { texts }) {
  return [
    `### Pool ${pool.id}`,
    texts.facts[pool.id]?.why,
    `Asked of ${pool.for}, per ${pool.asked}, on ${pool.on.join(", ")}: ${pool.ask}`,
    table(
      ["answer", "what it says", "facts"],
      Object.entries(pool.values).map(([value, one]) => [
        `\`${value}\``,
        one.say,
        Object.entries(one.facts)
          .map(([fact, answer]) => `\`${fact}\` ${answer}`)
          .join(", "),
      ]),
    ),
  ];
}
