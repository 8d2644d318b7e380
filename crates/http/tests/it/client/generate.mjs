// Prints the types of the client for a description of the API, which is the only argument.

import { readFile } from "node:fs/promises";

import openapiTS, { astToString } from "openapi-typescript";
import ts from "typescript";

const description = JSON.parse(await readFile(process.argv[2], "utf8"));
// Types say as much by themselves, in a third of the lines.
for (const item of Object.values(description.paths)) {
  for (const { requestBody, responses } of Object.values(item)) {
    for (const { content } of [requestBody ?? {}, ...Object.values(responses)]) {
      delete content?.["application/json"]?.example;
    }
  }
}
const head = "// Generated from docs/openapi.json by `cargo xtask bless`.\n\n";
const options = {
  alphabetize: true,
  emptyObjectsUnknown: true,
  // A file, which is asked for by `parseAs: "blob"`.
  transform: (schema) => (schema.format === "binary" ? ts.factory.createTypeReferenceNode("Blob") : undefined),
};
process.stdout.write(head + astToString(await openapiTS(description, options)));
