import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { configSentences } from "./config-sentences.js";
import { keySentences } from "./key-sentences.js";

// Writes the sentences of all keys anew: `npm run sentences`.
const source = (file: string) => fileURLToPath(new URL(`../../src/${file}`, import.meta.url));
writeFileSync(source("plan/key-sentences.ts"), keySentences());
writeFileSync(source("cli/config/config-sentences.ts"), configSentences());
