// What a drop on a large canvas costs: placing, routing, labels and scene of 500 elements, 1,000 flows and 50 zones three deep, each
// against the cheapest pass over the same graph, so that a slow machine changes the milliseconds and not the ratios. `node bench/placing.mjs`
import { bundled, leastOf } from "./load.mjs";

const dfd = await bundled("packages/reports/src/dfd/index.ts");

/** The same numbers every time. */
function dice(seed) {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** A system of zones three deep: six flows of ten stay in their zone, three go to a sibling zone, one goes anywhere. */
function large(elements, flows, zones) {
  const roll = dice(elements);
  const outer = Math.ceil(zones / 10);
  const middle = Math.ceil(zones / 4);
  const parentOf = (i) => (i < outer ? -1 : i < outer + middle ? i % outer : outer + (i % middle));
  const zoneList = Array.from({ length: zones }, (_, i) => ({
    id: `zone-${i}`,
    title: `Zone number ${i}`,
    kind: "private-network",
    ...(parentOf(i) < 0 ? {} : { in: `zone-${parentOf(i)}` }),
  }));
  const kinds = ["process", "data-store", "external-entity"];
  const heat = () => ({ open: { count: 1 + roll(9), tier: "high" }, asked: { count: 1 + roll(30), tier: "medium" } });
  const elementList = Array.from({ length: elements }, (_, i) => ({
    id: `element-${i}`,
    title: `Order service ${i}`,
    kind: kinds[roll(3)],
    zone: `zone-${i % zones}`,
    technologies: ["node", "postgresql"],
    ...heat(),
  }));
  const members = zoneList.map((_, zone) => elementList.flatMap((_, i) => (i % zones === zone ? [i] : [])));
  const among = (list) => list[roll(list.length)];
  const partner = (from) => {
    const zone = from % zones;
    const dealt = roll(10);
    if (dealt === 0) return roll(elements);
    if (dealt < 4) {
      const siblings = zoneList.flatMap((_, i) => (i !== zone && parentOf(i) === parentOf(zone) ? [i] : []));
      if (siblings.length > 0) return among(members[among(siblings)]);
    }
    return among(members[zone]);
  };
  const flowList = Array.from({ length: flows }, (_, i) => {
    const from = roll(elements);
    const to = partner(from);
    return {
      id: `flow-${i}`,
      title: `Send order ${i}`,
      from: `element-${from}`,
      to: `element-${to === from ? (from + zones) % elements : to}`,
      protocol: "https",
      atTo: "data",
      atFrom: "none",
      opensAtFrom: true,
      crossing: [],
      ...heat(),
    };
  });
  return { title: "Large", elements: elementList, flows: flowList, zones: zoneList, open: 0, asked: 0 };
}

for (const [elements, flows, zones] of [
  [100, 200, 10],
  [250, 500, 25],
  [500, 1000, 50],
]) {
  const graph = large(elements, flows, zones);
  const measures = dfd.measure(graph);
  const { positions, sizes } = dfd.arrangementOf(graph, dfd.gridLayout(dfd.layoutGraph(graph, measures)));
  const wanted = dfd.layoutGraph(graph, measures, sizes);
  const placing = dfd.placedLayout(wanted, positions);
  const layout = dfd.arrangedLayout(graph, { positions, sizes }, measures);
  const drawn = dfd.scene(graph, layout, { inPlace: true }, measures);
  const index = dfd.sceneIndex(drawn);
  const touched = graph.flows.filter(({ from, to }) => from === "element-7" || to === "element-7");
  const only = new Set(touched.map(({ id }) => id));
  const least = leastOf(5, {
    pass: () => JSON.stringify(graph),
    measure: () => dfd.measure(graph),
    placing: () => dfd.placedLayout(wanted, positions),
    routing: () => dfd.routeFlows(graph.flows, placing),
    "routing what one element touches": () => dfd.routeFlows(graph.flows, placing, only, layout.flows),
    "labels and scene": () => dfd.scene(graph, layout, { inPlace: true }, measures),
    "a drop (placing, routing, scene)": () =>
      dfd.scene(graph, dfd.arrangedLayout(graph, { positions, sizes }, measures), { inPlace: true }, measures),
    "a frame of dragging an element": () => dfd.provisionalRoutes(drawn, { "element-7": { x: 40, y: 30 } }, index),
    "a frame of dragging an outer zone": () => dfd.provisionalRoutes(drawn, { "zone-0": { x: 40, y: 30 } }, index),
  });
  console.log(`${elements} elements, ${flows} flows, ${zones} zones (JSON of the graph: ${least.pass.toFixed(1)} ms)`);
  for (const [name, ms] of Object.entries(least).slice(1))
    console.log(`  ${name}: ${ms.toFixed(2)} ms, ${(ms / least.pass).toFixed(1)} × the pass`);
}
