import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { codesPage } from "./page.js";

// Writes docs/codes.md: `npm run codes`.
writeFileSync(fileURLToPath(new URL("../../docs/codes.md", import.meta.url)), codesPage());
