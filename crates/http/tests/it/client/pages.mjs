// Reads a PDF file, and says its title and what stands on each page.

import { readFile } from "node:fs/promises";
import { extractText, getDocumentProxy, getMeta } from "unpdf";

const file = new Uint8Array(await readFile(process.argv[2]));
const document = await getDocumentProxy(file);
const { info } = await getMeta(document);
const { text } = await extractText(document);
process.stdout.write(JSON.stringify({ title: info.Title, pages: text }));
