/**
 * The same million rows by the built command, from a file to what it prints: time and peak memory of the whole process. Run
 * with `npm run build && npx tsx test/bench/learn-command.ts [rows]`.
 */
import { spawnSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeFileSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { FUNNEL, stageHistory } from "./stage-history.js";

const MOST_SECONDS = 12;
const MOST_MEGABYTES = 600;

const folder = mkdtempSync(join(tmpdir(), "learn-command-"));
const [file, map] = [join(folder, "history.csv"), join(folder, "map.yaml")];
const target = openSync(file, "w");
for (const piece of stageHistory(Number(process.argv[2] ?? "1000000"))) writeSync(target, piece);
closeSync(target);
writeFileSync(map, JSON.stringify({ crm: "salesforce", funnel: FUNNEL }));

const command = fileURLToPath(new URL("../../dist/node/main.cjs", import.meta.url));
const telling = `process.on("exit", () => console.error(JSON.stringify(process.resourceUsage())))`;
const preload = `data:text/javascript,${encodeURIComponent(telling)}`;
const begun = performance.now();
const { status, stdout, stderr } = spawnSync(
  process.execPath,
  ["--import", preload, command, "learn", file, "--map", map, "--by", "owner,month"],
  { encoding: "utf8" },
);
const seconds = (performance.now() - begun) / 1000;
const size = statSync(file).size / 1e6;
rmSync(folder, { recursive: true });
// 1 is an answer too: every seventh of these deals is lost before its first stage is known, so no stage has a rate.
if (status !== 0 && status !== 1)
  throw new Error(`the command requires an answer; got ${String(status)}: ${stderr}`);

const usage = JSON.parse(stderr.trim().split("\n").at(-1) ?? "") as NodeJS.ResourceUsage;
const megabytes = (usage.maxRSS * 1024) / 1e6;
const processor = (usage.userCPUTime + usage.systemCPUTime) / 1e6;
const verdict = seconds <= MOST_SECONDS && megabytes <= MOST_MEGABYTES ? "ok  " : "MISS";
console.log(stdout.split("\n", 1)[0]);
console.log(
  `${verdict} ${size.toFixed(0)} MB in ${seconds.toFixed(1)} s (at most ${MOST_SECONDS}), processor time ${processor.toFixed(1)} s, ` +
    `peak memory ${megabytes.toFixed(0)} MB (at most ${MOST_MEGABYTES})`,
);
