// The files of the document: text → document, changes → text. Apart from index.ts, so that only who reads files loads a parser.
export { checkDocument } from "./model/check-document.ts";
export { editDocument, editFiles, editText, layerOf } from "./model/files/edit.ts";
export { documentJsonSchemas } from "./model/files/json-schema.ts";
export { type FileLimits, fileLimits, maxDepth, maxProblems } from "./model/files/limits.ts";
export { linesOf } from "./model/files/lines-of.ts";
export { type Migration, migrations } from "./model/files/migrations.ts";
export { type LayerFile, readDocument, readLayer } from "./model/files/read.ts";
export { newFile } from "./model/files/write.ts";
