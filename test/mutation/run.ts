import { readFileSync, rmSync } from "node:fs";
import { parseArgs } from "node:util";

import { Stryker } from "@stryker-mutator/core";

import { ROOMS, isRoom, type MutatedRoom } from "./rooms.js";
import { scoreOf, type MutationReport } from "./score.js";

// Changes the code of a room in small ways, one at a time, and counts the changes that its tests notice:
// `npm run mutate -- number`, or several rooms; `--files "src/number/ratio.ts"` for some files of one room.
// A change that no test notices is printed with its line. Ends with 1 where a room is below its floor.

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { files: { type: "string" }, concurrency: { type: "string", default: "2" } },
});
const unknown = positionals.filter((name) => !isRoom(name));
if (positionals.length === 0 || unknown.length > 0) {
  console.error(
    `Name rooms, of ${Object.keys(ROOMS).join(", ")}${unknown.length > 0 ? `; not ${unknown.join(", ")}` : ""}.`,
  );
  process.exit(2);
}

async function mutate(room: MutatedRoom): Promise<boolean> {
  const report = `.tmp/mutation/${room}.json`;
  process.env["MUTATION_TESTS"] = ROOMS[room].tests.join(",");
  await new Stryker({
    testRunner: "vitest",
    plugins: ["@stryker-mutator/vitest-runner"],
    vitest: { configFile: "test/mutation/vitest.config.ts", related: false },
    mutate: values.files === undefined ? [`src/${room}/**/*.ts`] : values.files.split(","),
    ignorePatterns: ["/docs", "/examples", "/dist", ".tmp", "*.tgz", "/.git"],
    tempDirName: ".tmp/stryker",
    concurrency: Number(values.concurrency),
    coverageAnalysis: "perTest",
    // What is only known when the module loads (tables, texts of errors) would cost the whole suite for each change.
    ignoreStatic: true,
    // The words of a sentence have tests of their own, and the compiler knows the names of unions.
    mutator: { excludedMutations: ["StringLiteral"] },
    timeoutMS: 30_000,
    timeoutFactor: 4,
    reporters: ["progress-append-only", "json"],
    jsonReporter: { fileName: report },
    allowEmpty: true,
    disableTypeChecks: false,
    checkers: [],
    allowConsoleColors: false,
  }).runMutationTest();
  const { score, noticed, counted, survivors } = scoreOf(
    JSON.parse(readFileSync(report, "utf8")) as MutationReport,
  );
  for (const line of survivors) console.log(line);
  const floor = ROOMS[room].floor;
  console.log(`${room}: ${score.toFixed(1)}% (${noticed} of ${counted} changes noticed; floor ${floor}%)`);
  return score >= floor;
}

let enough = true;
for (const room of positionals.filter(isRoom)) enough = (await mutate(room)) && enough;
rmSync(".tmp/stryker", { recursive: true, force: true });
process.exitCode = enough ? 0 : 1;
