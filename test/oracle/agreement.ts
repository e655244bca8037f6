import type { Target } from "../../src/schedule/target.js";
import type { Solution, Targets } from "../../src/solve/answer.js";
import { whole } from "./rational.js";
import type { Rational } from "./rational.js";
import type { OracleQuotas } from "./quotas.js";
import type { OracleDay } from "./schedule.js";
import type { OracleActivity, OracleAnswer, OracleStage, OracleWork } from "./solve.js";
import { readNumber } from "./written.js";

/** Where an answer of the library and the oracle's differ; the library's shape of answers is all that is taken from it. */
export type Differences = string[];

/** Compares every number that the oracle knows, and the reasons why a plan cannot be met. */
export function differences(answer: Solution, oracle: OracleAnswer): Differences {
  const { targets } = answer;
  if (targets === null) return ["targets: null"];
  return [...differentReasons(answer, oracle), ...differentTargets(targets, oracle)];
}

/** Whether any count of the oracle's answer is past 2^53 − 1, so that the library must refuse it. */
export function exceedsCounts({ stages, winTarget, activities }: OracleAnswer): boolean {
  const counts = [...stages, winTarget, ...activities].flatMap(({ total, perDay, perWeek }) => [
    total,
    perDay ?? 0n,
    perWeek ?? 0n,
  ]);
  return counts.some((count) => count > BigInt(Number.MAX_SAFE_INTEGER));
}

function differentReasons({ status, ...answer }: Solution, oracle: OracleAnswer): Differences {
  const codes = "reasons" in answer ? answer.reasons.map(({ code }) => code) : [];
  const hasWork = oracle.stages.some(({ total }) => total > 0n);
  const isExpected = {
    available: oracle.short.length > 0,
    budget: oracle.isOverBudget,
    "no-time": oracle.late && hasWork,
  };
  const isFeasible = !Object.values(isExpected).includes(true);
  return [
    ...different("status", status, isFeasible ? "feasible" : "infeasible"),
    ...different("available", codes.includes("available"), isExpected.available),
    ...different("budget", codes.includes("budget"), isExpected.budget),
    ...different("no-time", codes.includes("no-time"), isExpected["no-time"]),
  ];
}

function differentTargets(targets: Targets, oracle: OracleAnswer): Differences {
  const path = targets.path.filter(({ kind }) => kind !== "win");
  const won = targets.path.filter(({ kind }) => kind === "win");
  const written = targets.activities.filter(({ activity, stage }) => activity !== stage);
  return [
    ...different("wins", targets.wins, oracle.wins),
    ...differentExact("exactWins", targets.exactWins, oracle.exactWins),
    ...differentRows("bridge", targets.bridge, oracle.bridge, (item, expected) => [
      ...different("item", item.item, expected.item),
      ...differentExact("amount", item.amount, expected.amount),
      ...differentExact("wins", item.wins, expected.wins),
    ]),
    ...differentRows("path", path, oracle.stages, differentStage),
    ...differentRows("won", won, [oracle.winTarget], differentStage),
    ...differentRows("activities", written, oracle.activities, differentActivity),
    ...differentRows("lossLimits", targets.lossLimits, oracle.lossLimits, (ceiling, expected) => [
      ...different("item", ceiling.item, expected.item),
      ...differentExact("atMost", ceiling.atMost, expected.atMost),
    ]),
    ...differentExact("economics.cost", targets.economics.cost ?? "0", oracle.cost),
    ...differentQuotas(targets.quotas, oracle.quotas),
  ];
}

function differentQuotas(found: Targets["quotas"], expected: OracleQuotas | undefined): Differences {
  if (found === undefined || expected === undefined)
    return different("quotas", found === undefined, expected === undefined);
  const ratio = expected.overAssignment;
  return [
    ...differentRows("quotas", found.each, expected.each, (row, own) => [
      ...different("team", row.team, own.team),
      ...different("person", row.person, own.person),
      ...differentExact("quota", row.quota, own.quota),
      ...differentExact("relief", row.relief, own.relief),
    ]),
    ...differentExact("assigned", found.assigned, expected.assigned),
    ...(ratio === null || found.overAssignment === null
      ? different("overAssignment", found.overAssignment, ratio)
      : differentExact("overAssignment", found.overAssignment, ratio)),
  ];
}

function differentStage(target: Target, expected: OracleStage): Differences {
  const isWin = target.kind === "win";
  return [
    ...(isWin ? [] : different("stage", target.stage, expected.stage)),
    ...different("channel", target.channel, expected.channel),
    ...differentExact("exact", target.exact, expected.exact),
    ...differentExact("surplus", target.surplus, expected.surplus),
    ...different("new", target.new ?? null, expected.first),
    ...differentWork(target, expected),
    ...(target.kind === "work" && expected.days.length > 0
      ? different("days", dayText(target.days), dayText(expected.days))
      : []),
  ];
}

function differentActivity(activity: Targets["activities"][number], expected: OracleActivity): Differences {
  return [
    ...different("activity", activity.activity, expected.activity),
    ...(expected.stage === null ? [] : different("stage", activity.stage, expected.stage)),
    ...differentWork(activity, expected),
    ...differentExact("cost", activity.cost ?? "0", expected.cost),
  ];
}

type Work = Pick<Target, "total" | "perDay" | "perWeek">;

function differentWork(work: Work, expected: OracleWork): Differences {
  return [
    ...different("total", work.total, expected.total),
    ...different("perDay", work.perDay, expected.perDay),
    ...different("perWeek", work.perWeek, expected.perWeek),
  ];
}

function differentRows<Row, Expected>(
  name: string,
  rows: readonly Row[],
  expected: readonly Expected[],
  compare: (row: Row, expected: Expected) => Differences,
): Differences {
  if (rows.length !== expected.length) return different(`${name}.length`, rows.length, expected.length);
  const pairs = rows.flatMap((row, index) =>
    expected.slice(index, index + 1).map((each) => [row, each] as const),
  );
  return pairs.flatMap(([row, each], index) =>
    compare(row, each).map((difference) => `${name}[${index}].${difference}`),
  );
}

/** Counts are compared as text, so that a number and an unbounded whole number can be the same. */
function different(name: string, found: unknown, expected: unknown): Differences {
  return String(found) === String(expected) ? [] : [`${name}: ${String(found)}, not ${String(expected)}`];
}

function differentExact(name: string, found: string, expected: Rational): Differences {
  return readNumber(found).equals(expected) ? [] : [`${name}: ${found}, not ${String(expected)}`];
}

/** Days without work may be listed or not. */
function dayText(
  days: readonly { readonly on: string; readonly count: number }[] | readonly OracleDay[],
): string {
  return days
    .filter(({ count }) => !whole(count).isZero())
    .map(({ on, count }) => `${on} ${String(count)}`)
    .join(", ");
}
