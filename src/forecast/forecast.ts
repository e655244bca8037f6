import { goalAt } from "../model/chosen-goal.js";
import { issueAt, type Path } from "../schema/issue.js";
import { parseSnapshot } from "../plan/parse-snapshot.js";
import { PlanError } from "../schema/plan-error.js";
import type { PlanInput } from "../plan/plan.js";
import type { Snapshot } from "../plan/snapshot.js";
import { deepFreeze } from "../solve/freeze.js";
import { compiledFrom, type Compiled } from "../solve/compiled.js";
import { isDated } from "../model/compile.js";
import { compileSnapshot } from "../model/compile-snapshot.js";
import { ZERO } from "../number/ratio.js";
import type { Forecast } from "./answer.js";
import { chanceAhead } from "./chance/chance-ahead.js";
import { forecastAnswer } from "./forecast-answer.js";
import { parseHorizon, parseLevel, parsePace, type ForecastOptions } from "./options.js";
import { lookAhead, type Outlook } from "./outlook.js";

/**
 * Where will the work so far lead, if it continues at a pace?
 *
 * Runs the plan's model forward from the morning after the snapshot: units under way go on by their stages' lags and
 * rates, new work joins at the pace, and wins add up to the metric day by day, also past the period's end. Wins are
 * expected numbers, exact ratios; nothing is rounded.
 *
 * A snapshot from before the plan's start is fine: the plan's own open work and its work then lie ahead. One from after
 * its end looks at what was won in time, and at what still comes.
 *
 * @param plan a plan, which is read, or one that was compiled, which is taken as it is
 * @param snapshot what has happened up to and including `asOf`. Its open work replaces the plan's; where it gives
 *   none, the plan's open work and dated entries go on by their lags. `won` as a plain number are the period's wins so
 *   far; dated wins count from the period's first day on. A measured `outcome` is not used here: wins and the base
 *   make the metric.
 * @throws PlanError for a plan, snapshot or option that is not valid, and for a plan whose period has no dates
 *
 * @example
 * ```ts
 * const outlook = forecast(
 *   { goal: { metric: "customers", amount: 10, period: "2026-Q1" }, funnel: [{ stage: "meeting", rate: "20%", lag: 30 }] },
 *   { asOf: "2026-01-31", pipeline: { meeting: 20 }, won: 2 },
 *   { pace: { perDay: { meeting: 1 } } },
 * );
 * outlook.atEnd.wins; // => "10"
 * outlook.atEnd.from; // => { won: "2", pipeline: "4", pace: "4" }
 * ```
 */
export function forecast<const Stage extends string, const Team extends string = string>(
  plan: PlanInput<Stage, Team> | Compiled<Stage, Team>,
  snapshot: Snapshot<NoInfer<Stage>>,
  options: ForecastOptions<NoInfer<Stage>> = {},
): Forecast<Stage, Team> {
  const compiled = compiledFrom(plan, { minOnTimeShare: options.minOnTimeShare });
  if (!isDated(compiled))
    throw new PlanError([undatedIssue(goalAt(compiled, "period"), compiled.plan.goal.period)]);
  const seen = compileSnapshot(parseSnapshot(snapshot as Snapshot, compiled.written));
  const horizon = parseHorizon(options, seen.asOf + 1, compiled.period.last);
  const level = parseLevel(options);
  const pace = parsePace(options, compiled.flow);
  const givenPace = options.pace ?? "targets";
  const outlook = lookAhead({ compiled, snapshot: seen, pace, givenPace, horizon });
  // Without a funnel nothing says how wins come about.
  const isTold = options.chance !== false && outlook.compiled.flow.length > 0;
  const chance = !isTold ? null : chanceAhead(outlook, { level, measured: ZERO });
  const ofGoal = (own: Outlook): number | null =>
    chanceAhead(own, { level, measured: ZERO, byWeek: false }).atEnd?.chance ?? null;
  return deepFreeze(forecastAnswer(outlook, chance, isTold ? ofGoal : undefined)) as Forecast<Stage, Team>;
}

function undatedIssue(path: Path, period: unknown) {
  const advice = "give the goal a period with dates, such as 2026-Q1";
  return issueAt(path, period, {
    code: "period.undated",
    expected: "a period with dates to forecast over",
    advice,
  });
}
