import type { Format } from "../format/format.js";
import { encodeExact } from "../number/exact-string.js";
import { at } from "../number/invariant.js";
import { compare } from "../number/ratio.js";
import type { CompiledPlan } from "../model/compile.js";
import type { PlanInput } from "../plan/plan.js";
import type { Targets } from "../solve/answer.js";
import { compiledFrom, type Compiled } from "../solve/compiled.js";
import { deepFreeze } from "../solve/freeze.js";
import { solveCompiled } from "../solve/solve.js";
import { sayBelowTeam, sayPerson } from "../words/personal.js";
import { planFormat } from "../words/plan-format.js";
import { compileHistory, countedNames, readHistory, WINS, type History } from "./history.js";
import type { BelowTeam, PersonalTargets, PersonTargets } from "./personal-answer.js";
import { computePersonalRates, judgeLuck, rateAnswer, type RateRecord, type Step } from "./personal-rates.js";
import { buildRecords, type PersonRecords } from "./personal-record.js";
import { numberAnswer, standingsOf, type PersonalStanding } from "./personal-standing.js";
import { buildPersonalSum } from "./personal-sums.js";
import { tally } from "../number/tally.js";

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
 * @param plan a plan, which is read, or one that was compiled, which is taken as it is
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
export function personalTargets(plan: PlanInput | Compiled, history: History): PersonalTargets {
  const compiled = compiledFrom(plan);
  const format = planFormat(compiled.plan);
  const names = countedNames(compiled.plan);
  const weeks = compileHistory(readHistory(history, compiled.plan));
  const records = [...weeks].map(([name, own]) => buildRecords(compiled, name, own, names));
  const steps = stepsOf(compiled);
  const teamOf = (person: PersonRecords) => records.filter(({ team }) => team === person.team);
  const rates = judgeLuck(records.map((person) => computePersonalRates(steps, person, teamOf(person))));
  const standings = records.map((person) => standingsOf(person, teamOf(person)));
  const people = records.map((person, index) =>
    personTargets(person, at(standings, index), at(rates, index), format),
  );
  const needs = neededPerWeek(solveCompiled(compiled, { fixes: false, chance: false }).targets);
  const comparison = { records, standings: standings.flat(), needs, steps };
  const sums = names.flatMap((name) => buildPersonalSum(comparison, name, format) ?? []);
  return deepFreeze({ people, sums });
}

/** Each stage with what follows it. */
function stepsOf({ flow }: CompiledPlan): Step[] {
  return flow.map(({ name, next, rate, origin }) => ({
    stage: name,
    to: flow[next]?.name ?? WINS,
    rate,
    origin,
  }));
}

/** What the plan needs in a week, by stage and by activity; activities of one name are added up. */
function neededPerWeek(targets: Targets | null): ReadonlyMap<string, number> {
  const needs = new Map<string, number>();
  for (const { activity, perWeek } of targets?.activities ?? [])
    if (perWeek !== null) tally(needs, activity, perWeek);
  for (const { stage, kind, perWeek } of targets?.path ?? [])
    if (perWeek !== null) needs.set(kind === "win" ? WINS : stage, perWeek);
  return needs;
}

function personTargets(
  { name, team, weeks, small }: PersonRecords,
  standings: readonly PersonalStanding[],
  rates: readonly RateRecord[],
  format: Format,
): PersonTargets {
  const below = small ? [] : [...standings.flatMap(fewer), ...rates.flatMap(lower)];
  const data = {
    ...{ name, team, weeks, small },
    numbers: standings.map(numberAnswer),
    rates: rates.map(rateAnswer),
    below: below.map((each) => ({ ...each, text: sayBelowTeam(each, format) })),
    withinLuck: rates.flatMap(withinLuck),
  };
  return { ...data, text: sayPerson(data, format) };
}

type Below = Omit<BelowTeam, "text">;

function fewer({ record: { name, baseline }, teamMedian, teamBest }: PersonalStanding): Below[] {
  if (name === WINS || compare(baseline, teamMedian) >= 0) return [];
  return [
    {
      in: "activity",
      name,
      value: encodeExact(baseline),
      teamMedian: encodeExact(teamMedian),
      teamBest: encodeExact(teamBest),
    },
  ];
}

/** Short in conversion is only who is so by more than luck. */
function lower({ step, rate, small, withinLuck: isLuck, team }: RateRecord): Below[] {
  if (small || isLuck !== false || team === null || compare(rate, team.median) >= 0) return [];
  return [
    {
      in: "conversion",
      name: step.stage,
      value: encodeExact(rate),
      teamMedian: encodeExact(team.median),
      teamBest: encodeExact(team.best),
    },
  ];
}

/** Less than the team's median, by so little that it may be luck. */
function withinLuck({ step, rate, withinLuck: isLuck, team }: RateRecord): PersonTargets["withinLuck"] {
  if (isLuck !== true || team === null || compare(rate, team.median) >= 0) return [];
  return [{ stage: step.stage, rate: encodeExact(rate), teamMedian: encodeExact(team.median) }];
}
