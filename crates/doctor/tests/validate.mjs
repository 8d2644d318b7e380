// Validates JSON files: `node validate.mjs audit SCHEMA FILE…`, or `sarif FILE…` against the official schema.
// Prints one line a file: its name, a tab, and `valid` or the first fault.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import Ajv2020 from "ajv/dist/2020.js";
import AjvDraft4 from "ajv-draft-04";
import addFormats from "ajv-formats";

const read = (file) => JSON.parse(readFileSync(file, "utf8"));
const [kind, ...files] = process.argv.slice(2);
let validate;
if (kind === "audit") {
  const ajv = new Ajv2020({ strict: true, strictRequired: true, allowUnionTypes: true });
  validate = ajv.compile(read(files.shift()));
} else {
  const ajv = new AjvDraft4({ strict: false, unicodeRegExp: false });
  addFormats(ajv);
  const schema = createRequire(import.meta.url).resolve("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json");
  validate = ajv.compile(read(schema));
}
for (const file of files) {
  const fault = validate(read(file)) ? "valid" : JSON.stringify(validate.errors[0]);
  console.log(`${file}\t${fault}`);
}
