/** Ratios of one run on one machine: `npm run bench`. See README.md in this folder. */
import { benchChance } from "./chance.js";
import { benchImport } from "./import-time.js";
import { benchSolving } from "./solving.js";
import { benchVolumes } from "./volumes.js";

benchVolumes();
benchSolving();
benchChance();
benchImport();
