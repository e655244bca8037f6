/**
 * How often is a sentence that judges wrong? `tsx test/simulated/judgements.ts 300 1` takes 300 cases of each kind from seed 1.
 * docs/why/judgements.md has figures of such runs, with their counts.
 */
import { personalTargets } from "../../src/align/personal-targets.js";
import { formatDay, parseDay, weekday } from "../../src/calendar/day.js";
import { track } from "../../src/track/track.js";
import { seededRandom } from "../oracle/journey-simulator.js";
import { lookAtHalfTime } from "./chance-periods.js";
import { movingRates, pulledGroups } from "./learned-rates.js";

const percent = (part: number): string => `${(100 * part).toFixed(1)}%`;

/** In how many simulated looks is a stage said to be short by more than luck? */
export function accusedLooks(conversion: number, looks: number, seed: number): number {
  const found = Array.from({ length: looks }, (_, index) =>
    lookAtHalfTime(seed + index, 0, conversion),
  ).flatMap((look) => look ?? []);
  return found.filter(({ isAccused }) => isAccused).length / found.length;
}

/**
 * In how many simulated periods whose work began late is a stage said to be short by more than luck, although its rate is the
 * plan's? 4 calls on each weekday, of which a fifth goes on after 14 days, looked at in the sixth to tenth week.
 */
export function accusedLateStarts(
  late: number,
  withDays: boolean,
  { conversion = 1, periods, seed }: { conversion?: number; periods: number; seed: number },
): number {
  const plan = {
    goal: { metric: "customers", amount: 24, period: { start: "2026-01-05", end: "2026-03-27" } },
    funnel: [{ stage: "call", rate: "20%", lag: 14 }],
  } as const;
  const first = parseDay("2026-01-05") ?? 0;
  let accused = 0;
  for (let period = 0; period < periods; period += 1) {
    const random = seededRandom(seed + period);
    const asOf = first + 38 + Math.floor(random() * 32);
    const call = Array.from({ length: asOf - first - late + 1 }, (_, index) => first + late + index)
      .filter((day) => weekday(day) < 5)
      .flatMap((day) => Array.from({ length: 4 }, () => day));
    const won = call.filter((day) => random() < 0.2 * conversion && day + 14 <= asOf).length;
    const told = withDays ? call.map((day) => ({ on: formatDay(day), count: 1 })) : call.length;
    const seen = { asOf: formatDay(asOf), entered: { call: told }, won };
    const { shortfalls } = track(plan, seen, { chance: false });
    if (shortfalls.some(({ significant }) => significant === true)) accused += 1;
  }
  return accused / periods;
}

/**
 * In how many simulated teams is somebody said to be short in conversion? Six people, eight weeks of 20 to 40 calls, of which
 * `others` go on; of the first one's `own`.
 */
export function accusedTeams(own: number, others: number, teams: number, seed: number): number {
  const plan = {
    goal: { metric: "customers", amount: 10, period: "2026-Q4" },
    funnel: [{ stage: "call", rate: "20%" }],
  } as const;
  const monday = parseDay("2026-08-03") ?? 0;
  let accused = 0;
  for (let team = 0; team < teams; team += 1) {
    const random = seededRandom(seed + team);
    const weeksOf = (rate: number) =>
      Array.from({ length: 8 }, (_, week) => {
        const call = 20 + Math.floor(random() * 21);
        const win = Array.from({ length: call }, () => random() < rate).filter(Boolean).length;
        return { week: formatDay(monday + 7 * week), counts: { call, win } };
      });
    const history = Object.fromEntries(
      Array.from({ length: 6 }, (_, person) => [`person ${person}`, weeksOf(person === 0 ? own : others)]),
    );
    const { people } = personalTargets(plan, history);
    const found = people.filter(({ below }) => below.some((each) => each.in === "conversion"));
    if (own === others ? found.length > 0 : found.some(({ name }) => name === "person 0")) accused += 1;
  }
  return accused / teams;
}

/** All tables, line by line. */
export function judgementTables(cases: number, seed: number): readonly string[] {
  const lines: string[] = [];
  for (const conversion of [1, 0.7, 0.5])
    lines.push(
      `track, rates ${percent(conversion)} of the plan's: short by more than luck in ${percent(accusedLooks(conversion, cases, seed))} of looks`,
    );
  for (const late of [0, 7, 14, 21])
    for (const [conversion, days] of [
      [1, true],
      [0.5, true],
      [1, false],
      [0.5, false],
    ] as const)
      lines.push(
        `track, work ${String(late)} days late, counted with${days ? "" : "out"} days, rates ${percent(conversion)} of the plan's: ` +
          `short by more than luck in ${percent(accusedLateStarts(late, days, { conversion, periods: cases, seed }))} of periods`,
      );
  for (const own of [0.2, 0.12, 0.08])
    lines.push(
      `personal, one of six at ${percent(own)}, the others at 20%: accused in ${percent(accusedTeams(own, 0.2, cases, seed))} of teams`,
    );
  for (const [deals, days, monthly, change] of [
    [300, 365, 0, 1],
    [2000, 365, 0, 1],
    [2000, 730, 0, 1],
    [2000, 180, 0.25, 1],
    [2000, 365, 0.25, 1],
    [2000, 730, 0.25, 1],
    [2000, 365, 0, 1.25],
    [2000, 365, 0, 1.5],
    [2000, 730, 0.25, 1.5],
  ] as const) {
    const { moved, held } = movingRates({ deals, days, monthly, change, rate: 0.3 }, cases, seed);
    lines.push(
      `learn, ${deals} deals in ${days} days, months differ by ${percent(monthly)}, later rate × ${change}: ` +
        `change claimed in ${percent(moved)}; 90% intervals of the others held ${percent(held)}`,
    );
  }
  for (const owners of [4, 8, 20])
    for (const deals of [15, 40, 150])
      for (const differ of [0, 0.05, 0.15]) {
        const told = ([undefined, 20, 0] as const).map((strength) => {
          const { held, off } = pulledGroups({ owners, deals, differ }, strength, Math.ceil(cases / 5), seed);
          return `${percent(held)} ± ${(100 * off).toFixed(1)} points`;
        });
        lines.push(
          `owners, ${owners} with ${deals} deals, differ by ${percent(differ)}: learned ${told[0] ?? ""}; with 20 deals ${told[1] ?? ""}; alone ${told[2] ?? ""}`,
        );
      }
  return lines;
}

const [cases = 0, seed = 1] = process.argv.slice(2).map(Number);
if (process.argv[1]?.endsWith("judgements.ts") === true && cases > 0)
  for (const line of judgementTables(cases, seed)) console.log(line);
