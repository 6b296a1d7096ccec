// Turns the neutral synthetic model of the corpus (bench/gen-model.mjs there) into a document of ours.
const yes = (value) => ({ value: value ? "yes" : "no", by: "bench", on: "2026-11-01" });
const zoneKind = { "b-internet": "internet", "b-dmz": "dmz", "b-app": "private-network", "b-data": "private-network" };
const technology = {
  go: "go",
  java: "java",
  node: "node",
  python: "python",
  nginx: "nginx",
  django: "django",
  "react-spa": "react",
};
const storeTechnology = { sql: "postgresql", nosql: "mongodb", cache: "redis", queue: "rabbitmq", blob: "minio" };
const protocols = {
  sql: "postgresql",
  "sql-tls": "postgresql-tls",
  nosql: "mongodb",
  "nosql-tls": "mongodb-tls",
  http: "http",
  https: "https",
  grpc: "grpc",
};

/** A document (model layer only) from the neutral model. */
export function toDocument(neutral) {
  const zones = Object.fromEntries(
    neutral.boundaries.map((zone) => [
      zone.id,
      { title: zone.name, kind: zoneKind[zone.id] ?? "private-network", ...(zone.parent ? { in: zone.parent } : {}) },
    ]),
  );
  for (const zone of neutral.boundaries) if (zone.parent === "b-internet") zones[zone.id].kind = "internet";
  const data = Object.fromEntries(
    neutral.dataAssets.map((asset) => [
      asset.id,
      { title: asset.name, classification: asset.classification, kinds: asset.pii ? ["personal"] : ["business"] },
    ]),
  );
  return {
    model: { parapet: 1, system: neutral.name, data, zones, elements: elementsOf(neutral), flows: flowsOf(neutral) },
  };
}

function elementsOf(neutral) {
  return Object.fromEntries(
    neutral.elements.map((element) => {
      const a = element.attributes;
      const base = { title: element.name, zone: element.boundary };
      if (element.type === "actor") return [element.id, { kind: "external-entity", ...base }];
      if (element.type === "store") {
        const known = storeTechnology[a.storeKind];
        return [
          element.id,
          {
            kind: "data-store",
            ...base,
            holds: [`data-${a.dataClass}`],
            ...(known ? { technologies: [known] } : {}),
            facts: {
              "encrypted-at-rest": yes(a.encryptedAtRest),
              restorable: yes(a.backup),
              "limits-access": yes(a.accessControl),
              hardened: yes(a.hardened),
            },
          },
        ];
      }
      const known = technology[a.technology];
      const facts = {
        "validates-input": yes(a.sanitizesInput),
        "encodes-output": yes(a.encodesOutput),
        hardened: yes(a.hardened),
        ...("leastPrivilege" in a
          ? { "runs-unprivileged": yes(a.leastPrivilege), "parses-xml": yes(a.xmlParser) }
          : {}),
      };
      return [element.id, { kind: "process", ...base, ...(known ? { technologies: [known] } : {}), facts }];
    }),
  );
}

function flowsOf(neutral) {
  return Object.fromEntries(
    neutral.flows.map((flow) => {
      const a = flow.attributes;
      return [
        flow.id,
        {
          title: flow.name,
          from: flow.source,
          to: flow.target,
          protocol: protocols[a.protocol] ?? a.protocol,
          carries: [`data-${a.dataClass}`],
          returns: [],
          facts: { "encrypted-in-transit": yes(a.encrypted), "authenticates-caller": yes(a.authenticated) },
        },
      ];
    }),
  );
}
