/**
 * A million rows through every verb that takes an export, by the built command: time and peak memory of the whole process, of which
 * none may take more than a minute of the processor or a gigabyte. Run with
 * `npm run build && npx tsx test/bench/verb-commands.ts [rows]`.
 */
import { spawnSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { FUNNEL, stageHistory } from "./stage-history.js";

const MOST_SECONDS = 60;
const MOST_MEGABYTES = 1000;
/** Verbs that say no where a goal or a forecast is missed exit with 1. */
const ANSWERED: ReadonlySet<number | null> = new Set([0, 1]);

const folder = mkdtempSync(join(tmpdir(), "verb-commands-"));
const [file, plan] = [join(folder, "history.csv"), join(folder, "plan.yaml")];
const target = openSync(file, "w");
for (const piece of stageHistory(Number(process.argv[2] ?? "1000000"))) writeSync(target, piece);
closeSync(target);
writeFileSync(
  plan,
  JSON.stringify({
    goal: { metric: "customers", amount: 40_000, period: "2024" },
    deal: { value: 900 },
    funnel: FUNNEL.map((stage) => ({ stage, rate: "85%", lag: 15 })),
  }),
);

const CRM = ["--crm", "salesforce"];
const AS_OF = ["--as-of", "2024-09-30"];
const LATE = ["forecast", "track", "replan", "scorecard", "personal", "check", "report", "snapshot"];
const calls: readonly (readonly string[])[] = [
  ["learn", file, ...CRM, "--plan", plan, "--by", "owner,month"],
  ["init", "--from", file, ...CRM],
  ...LATE.map((verb) => [verb, plan, file, ...CRM, ...AS_OF]),
  ["backtest", plan, file, ...CRM],
];
const command = fileURLToPath(new URL("../../dist/node/main.cjs", import.meta.url));
const telling = `process.on("exit", () => console.error("\\n" + JSON.stringify(process.resourceUsage())))`;
const preload = `data:text/javascript,${encodeURIComponent(telling)}`;
for (const words of calls) {
  const { status, stderr } = spawnSync(process.execPath, ["--import", preload, command, ...words], {
    encoding: "utf8",
    maxBuffer: 2 ** 30,
  });
  const usage = JSON.parse(stderr.trim().split("\n").at(-1) ?? "") as NodeJS.ResourceUsage;
  const seconds = (usage.userCPUTime + usage.systemCPUTime) / 1e6;
  const megabytes = (usage.maxRSS * 1024) / 1e6;
  const isFine = ANSWERED.has(status) && seconds <= MOST_SECONDS && megabytes <= MOST_MEGABYTES;
  console.log(
    `${isFine ? "ok  " : "MISS"} ${words[0] ?? ""}: exit ${String(status)}, ${seconds.toFixed(1)} s of the processor, ${megabytes.toFixed(0)} MB`,
  );
}
rmSync(folder, { recursive: true });
