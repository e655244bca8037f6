import { encodeExact } from "../number/exact-string.js";
import { compare, type Ratio } from "../number/ratio.js";
import { showExact, showRate } from "../model/display.js";
import { readPlan } from "../solve/read-plan.js";
import type { Plan, PlanInput } from "../plan/plan.js";
import { parseQuantity } from "../schema/quantity.js";
import type { Targets } from "../solve/answer.js";
import { deepFreeze } from "../solve/freeze.js";
import { sampleOf } from "../plan/rate-sample.js";
import { compilePlanCalendar } from "../model/plan-calendar.js";
import { compileFlow } from "../model/flow.js";
import { solve } from "../solve/solve.js";
import { median } from "../number/median.js";
import { countedNames, readHistory, WINS, type History } from "./history.js";
import type { PersonalNumber, PersonalRate, PersonalTargets, PersonTargets } from "./personal-answer.js";
import { computePersonalRates, judgeLuck, type Step } from "./personal-rates.js";
import { buildRecords, type PersonRecords } from "./personal-record.js";
import { buildPersonalSum } from "./personal-sums.js";

/**
 * What is a good goal for this person? One that starts from what the person does now.
 *
 * For each person and each thing that was counted, by week: the baseline is the median of the last eight weeks; the
 * personal best is the greatest average of four weeks in a row; the next step lies halfway from the one to the other,
 * rounded up, or a tenth above a baseline that is the best so far. Then all baselines and all next steps are compared
 * with what the plan needs in a week, and the cause of what is short is named: too little is done (activity), or too little follows from
 * it (conversion), against the plan, the team's median and its best.
 *
 * Fewer than four weeks are flagged `small` and get no next step; a rate of fewer than 30 units is flagged too and is
 * compared with nobody's.
 *
 * @param history weekly counts by person, the earliest week first: `{ Ana: [{ week: "2026-01-05", counts: { call: 100, win: 2 } }] }`
 * @throws PlanError for a plan or a history that is not valid: a person or a count that the plan does not know, a week twice
 *
 * @example
 * ```ts
 * const plan = { goal: { metric: "customers", amount: 10, period: "2026-01" }, funnel: [{ stage: "call", rate: "5%" }] } as const;
 * const weeks = ["2025-11-03", "2025-11-10", "2025-11-17", "2025-11-24"];
 * const Ana = [40, 44, 50, 42].map((call, index) => ({ week: weeks[index] ?? "", counts: { call } }));
 * const { people, sums } = personalTargets(plan, { Ana });
 * people[0]?.numbers[0]?.baseline; // => "43"
 * people[0]?.numbers[0]?.next; // => 44
 * sums[0]?.needed; // => 46
 * ```
 */
export function personalTargets(plan: PlanInput, history: History): PersonalTargets {
  const read = readPlan(plan);
  const weeks = readHistory(history, read);
  const names = countedNames(read);
  const { daysPerWeek } = compilePlanCalendar(read);
  const records = Object.entries(weeks).map(([name, own]) =>
    buildRecords(read, name, own, names, daysPerWeek),
  );
  const steps = stepsOf(read);
  const rates = judgeLuck(
    records.map((person) =>
      computePersonalRates(
        steps,
        person,
        records.filter(({ team }) => team === person.team),
      ),
    ),
  );
  const targets = records.map((person, index) => personTargets(person, records, rates[index] ?? []));
  const needs = neededPerWeek(solve(read).targets);
  const sums = names.flatMap((name) => buildPersonalSum({ records, targets, needs, steps }, name) ?? []);
  return deepFreeze({ people: targets, sums });
}

/** Each stage with what follows it. */
function stepsOf(plan: Plan): Step[] {
  const flow = compileFlow(plan);
  return flow.map(({ name, next, rate, rated }) => ({
    stage: name,
    to: flow[next]?.name ?? WINS,
    rate,
    sample: sampleOf(rated.written),
  }));
}

/** What the plan needs in a week, by stage and by activity; activities of one name are added up. */
function neededPerWeek(targets: Targets | null): ReadonlyMap<string, number> {
  const needs = new Map<string, number>();
  for (const { activity, perWeek } of targets?.activities ?? [])
    if (perWeek !== null) needs.set(activity, (needs.get(activity) ?? 0) + perWeek);
  for (const { stage, kind, perWeek } of targets?.path ?? [])
    if (perWeek !== null) needs.set(kind === "win" ? WINS : stage, perWeek);
  return needs;
}

function personTargets(
  person: PersonRecords,
  everybody: readonly PersonRecords[],
  rates: readonly PersonalRate[],
): PersonTargets {
  const team = everybody.filter((other) => other.team === person.team);
  const numbers = [...person.records.values()].map((record): PersonalNumber => {
    const baselines = team.flatMap(({ records }) => records.get(record.name)?.baseline ?? []);
    const best = baselines.reduce<Ratio>(
      (most, each) => (compare(each, most) > 0 ? each : most),
      record.baseline,
    );
    return {
      name: record.name,
      baseline: encodeExact(record.baseline),
      best: record.best === undefined ? null : encodeExact(record.best),
      bestFrom: record.bestFrom,
      next: record.next,
      limited: record.limited,
      teamMedian: encodeExact(median(baselines)),
      teamBest: encodeExact(best),
    };
  });
  const below = [...numbers.flatMap(fewer), ...rates.flatMap(lower)];
  const { name, weeks, small } = person;
  return {
    name,
    team: person.team,
    weeks,
    small,
    numbers,
    rates,
    below: small ? [] : below,
    text: textOf(person, numbers, rates, small ? [] : below),
  };
}

type Below = PersonTargets["below"][number];

function fewer({ name, baseline, teamMedian, teamBest }: PersonalNumber): Below[] {
  if (name === WINS || compare(parseQuantity(baseline), parseQuantity(teamMedian)) >= 0) return [];
  const text = `${showExact(baseline)} × "${name}" a week, the team's median is ${showExact(teamMedian)}, its best ${showExact(teamBest)}`;
  return [{ in: "activity", name, text }];
}

/** Short in conversion is only who is so by more than luck. */
function lower({ stage, rate, small, withinLuck, teamMedian, teamBest }: PersonalRate): Below[] {
  if (
    small ||
    withinLuck !== false ||
    teamMedian === null ||
    compare(parseQuantity(rate), parseQuantity(teamMedian)) >= 0
  )
    return [];
  const shown = (value: string) => showRate(parseQuantity(value));
  const text = `${shown(rate)} of "${stage}" go on, the team's median is ${shown(teamMedian)}, its best ${shown(teamBest ?? teamMedian)}`;
  return [{ in: "conversion", name: stage, text }];
}

/** Less than the team's median, by so little that it may be luck. */
function isWithinLuck({ rate, withinLuck, teamMedian }: PersonalRate): boolean {
  return withinLuck === true && compare(parseQuantity(rate), parseQuantity(teamMedian ?? "0")) < 0;
}

function luckText({ stage, rate, teamMedian }: PersonalRate): string {
  const [own, median] = [rate, teamMedian ?? "0"].map((value) => showRate(parseQuantity(value)));
  return `${own ?? ""} of "${stage}" go on, the team's median is ${median ?? ""}`;
}

function textOf(
  { name, weeks, small }: PersonRecords,
  numbers: readonly PersonalNumber[],
  rates: readonly PersonalRate[],
  below: readonly Below[],
): string {
  if (small) {
    const listed = weeks === 1 ? "1 week is" : `${weeks} weeks are`;
    return `${name}: only ${listed} listed, too few to set a step from.`;
  }
  const steps = numbers.map((each) => `${each.next ?? 0} × "${each.name}" (now ${showExact(each.baseline)})`);
  const end = below.length === 0 ? "" : ` Below the team: ${below.map(({ text }) => text).join("; ")}.`;
  const lucky = rates.filter(isWithinLuck).map(luckText);
  const luck = lucky.length === 0 ? "" : ` Within luck: ${lucky.join("; ")}.`;
  return `${name}: next step ${steps.join(", ")} a week.${end}${luck}`;
}
