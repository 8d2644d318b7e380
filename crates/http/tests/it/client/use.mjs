// Compiles the client, says what does not fit, and uses it: folder, address, token.

import { mkdtemp, rm, symlink } from "node:fs/promises";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

import ts from "typescript";

const [folder, baseUrl, token] = process.argv.slice(2);
const modules = resolve(folder, "../../node_modules");
const out = await mkdtemp(join(process.env.ORIENTOR_OUT, "client-"));
const read = ts.readConfigFile(join(folder, "tsconfig.json"), ts.sys.readFile);
const config = ts.parseJsonConfigFileContent(read.config, ts.sys, folder);
const program = ts.createProgram(config.fileNames, { ...config.options, outDir: out });
const emitted = program.emit();
const faults = [...ts.getPreEmitDiagnostics(program), ...emitted.diagnostics];
if (faults.length > 0) {
  const host = { getCanonicalFileName: (name) => name, getCurrentDirectory: () => folder, getNewLine: () => "\n" };
  console.error(ts.formatDiagnostics(faults, host));
  process.exit(1);
}
await symlink(modules, join(out, "node_modules"));
await import("node:fs").then(({ writeFileSync }) => writeFileSync(join(out, "package.json"), '{"type":"module"}'));
const { createOrientorClient, unwrap, pages, OrientorError } = await import(pathToFileURL(join(out, "index.js")).href);

const orientor = createOrientorClient({ baseUrl, token: async () => token });
const said = { me: await unwrap(orientor.GET("/api/v1/users/me")) };
for (const course_name of ["Weaving", "Looms", "Cards"]) {
  await unwrap(orientor.POST("/api/v1/courses", { body: { course_name } }));
}
const headers = { Authorization: `Bearer ${token}` };
const follow = async (address) => {
  const response = await fetch(baseUrl + address, { headers });
  return { data: await response.json(), response };
};
said.courses = [];
const first = orientor.GET("/api/v1/courses", { params: { query: { limit: 2 } } });
for await (const course of pages(first, follow)) {
  said.courses.push(course.course_name);
}
try {
  await unwrap(orientor.GET("/api/v1/courses/{id}", { params: { path: { id: "999999" } } }));
} catch (error) {
  said.refused = [error instanceof OrientorError, error.status, error.code];
}
console.log(JSON.stringify(said));
await rm(out, { recursive: true });
