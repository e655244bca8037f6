/**
 * How long a pipeline of open deals takes, each with an age of its own and lags as `learn` writes them. Processor time of one
 * call of each verb. Run with `npx tsx test/bench/open-deals.ts [deals]`; promised are half a second for 8,000, a minute for a million.
 */
import { formatDay } from "../../src/calendar/day.js";
import { forecast } from "../../src/forecast/forecast.js";
import { parsePlan } from "../../src/plan/parse.js";
import { parseSnapshot } from "../../src/plan/parse-snapshot.js";
import { solve } from "../../src/solve/solve.js";
import { seededRandom } from "../oracle/journey-simulator.js";

const [count = 8000] = process.argv.slice(2).map(Number);
const STAGES = ["lead", "demo", "proposal"];
const FIRST = 20_454;

const random = seededRandom(1);
const deals = STAGES.map((stage, index) => {
  const own = Math.floor(count / STAGES.length) + (index < count % STAGES.length ? 1 : 0);
  const items = Array.from({ length: own }, () => ({
    entered: formatDay(FIRST - 1 - Math.floor(random() * 120)),
    value: 500 + Math.floor(random() * 9000),
  }));
  return [stage, items] as const;
});
const pipeline = Object.fromEntries(deals);
const funnel = STAGES.map((stage) => ({
  stage,
  rate: { rate: "0.4137", low: "0.38", high: "0.45" },
  lag: [
    { days: 3, share: "0.1234" },
    { days: 11, share: "0.3127" },
    { days: 29, share: "0.2918" },
    { days: 90, share: "0.2721" },
  ],
}));
const limits = { values: 5_000_000, openUnits: 2_000_000 };
const goal = { metric: "revenue", amount: 50_000_000, period: "2026-Q1" } as const;

function told<T>(name: string, work: () => T): T {
  const begun = process.cpuUsage();
  const done = work();
  const { user, system } = process.cpuUsage(begun);
  console.log(`${name}: ${((user + system) / 1e6).toFixed(2)} s`);
  return done;
}

console.log(`${count} open deals`);
const planned = told("parse", () => parsePlan({ goal, deal: { value: 4000 }, funnel, pipeline }, { limits }));
const solution = told("solve", () => solve(planned));
const bare = parsePlan({ goal, deal: { value: 4000 }, funnel });
const seen = told("parse the snapshot", () => parseSnapshot({ asOf: formatDay(FIRST - 1), pipeline }, bare));
const ahead = told("forecast", () => forecast(bare, seen));
console.log(`answers of ${JSON.stringify(solution).length} and ${JSON.stringify(ahead).length} letters`);
