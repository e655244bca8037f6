/** Ratios of one run on one machine: `npm run bench`. See README.md in this folder. */
import { benchChance } from "./chance.js";
import { cpus } from "node:os";
import { benchImport } from "./import-time.js";
import { benchInstead } from "./instead.js";
import { benchSolving } from "./solving.js";
import { benchVolumes } from "./volumes.js";

const [processor] = cpus();
console.log(
  `${cpus().length} × ${processor?.model.trim() ?? "an unknown processor"}, Node ${process.version}, ${process.platform}\n`,
);
benchVolumes();
benchInstead();
benchSolving();
benchChance();
benchImport();
