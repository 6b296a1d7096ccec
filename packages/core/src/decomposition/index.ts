// Decomposition: the diagram as a graph, its crossings and attack surface, and every fact about every thing.
// In: a document and the facts of the knowledge. Out: numbered things, facts as columns of bytes, exposure, surface.
// Used by enumeration (rules read the columns), scoring (data, exposure), mitigation (where a thing is) and the analysis.
import * as codes from "./facts/code.ts";

export { bordersOf, chain } from "./crossings.ts";
export { exposureName, exposureOf } from "./exposure.ts";
export {
  dependencyData,
  elementData,
  entryPointData,
  flowData,
  natures,
  sharedList,
  thirdPartyZones,
} from "./facts/carried-data.ts";
export { Columns, type Contradiction, type FactIndex, factIndexOf } from "./facts/columns.ts";
export { type RelationReader, relationColumn } from "./facts/relations.ts";
export {
  elementKindNames,
  elementsOf,
  homeZone,
  kindOf,
  locate,
  type Space,
  spaceOf,
  spaces,
  thingsIn,
} from "./facts/space.ts";
export { type Graph, graphOf, type NumberList, type Things } from "./graph.ts";
export { flowInSentence, nameInSentence } from "./naming.ts";
export { accessQuestions, namedByTitle, surfaceOf, unnamed } from "./surface.ts";
/** The bytes of a fact column: values, kinds of statement, strengths. */
export { codes };
