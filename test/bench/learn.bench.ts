/**
 * A million rows of stage history (about 60 MB of CSV), in pieces as a file gives them, to journeys and learned rates: how
 * long it takes and how much memory it holds at most. Run with `npx tsx test/bench/learn.bench.ts [rows]`.
 */
import { journeyImporter } from "../../src/adapters/index.js";
import { learn } from "../../src/history/learning/learn.js";
import { formatDay } from "../../src/calendar/day.js";
import { FIRST_DAY, FUNNEL, stageHistory } from "./stage-history.js";

const rows = Number(process.argv[2] ?? "1000000");
let [bytes, peak] = [0, 0];
const watch = () => (peak = Math.max(peak, process.memoryUsage().rss));
const megabytes = (count: number) => `${(count / 1e6).toFixed(0)} MB`;
const marks: string[] = [];
const mark = (phase: string) => {
  watch();
  marks.push(`${phase} ${megabytes(process.memoryUsage().rss)}`);
};
mark("start");
const open = journeyImporter("salesforce", { funnel: FUNNEL });
const file = open.file();
let reading = 0;
let begun: number;
for (const piece of stageHistory(rows)) {
  bytes += piece.length;
  begun = performance.now();
  file.push(piece);
  reading += performance.now() - begun;
  watch();
}
mark("read");
begun = performance.now();
file.end();
const { journeys, counts } = open.finish();
const joining = performance.now() - begun;
mark("joined");
begun = performance.now();
const learned = learn(journeys, {
  stages: FUNNEL,
  asOf: formatDay(FIRST_DAY + 1100),
  by: ["owner", "month"],
});
const learning = performance.now() - begun;
mark("learned");
const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(2)} s`;
console.log(
  `${counts.read} rows, ${(bytes / 1e6).toFixed(1)} MB, ${journeys.length} journeys, ${learned.groups.length} groups`,
);
console.log(`reading ${seconds(reading)}, joining ${seconds(joining)}, learning ${seconds(learning)}`);
console.log(
  `in all ${seconds(reading + joining + learning)}, peak memory ${megabytes(peak)} (${marks.join(", ")})`,
);
const { user, system } = process.cpuUsage();
console.log(
  `processor time, the making of the text and the start included: ${((user + system) / 1e6).toFixed(2)} s`,
);
