import { readdirSync, rmSync, writeFileSync } from "node:fs";

import { docsPictures } from "./pictures.js";

// Writes the pictures of README and the guides into this folder; those that are no longer made go.

const made = docsPictures();
const names = made.map(({ file }) => file);
for (const file of readdirSync(new URL(".", import.meta.url)))
  if (file.endsWith(".svg") && !names.includes(file)) rmSync(new URL(file, import.meta.url));
for (const { file, svg } of made) writeFileSync(new URL(file, import.meta.url), svg);
console.log(`${String(made.length)} pictures in docs/pictures`);
