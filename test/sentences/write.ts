import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { keySentences } from "./key-sentences.js";

// Writes src/plan/key-sentences.ts anew: `npm run sentences`.
writeFileSync(fileURLToPath(new URL("../../src/plan/key-sentences.ts", import.meta.url)), keySentences());
