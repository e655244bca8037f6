import type { Target } from "../../src/schedule/target.js";
import type { Solution, Targets } from "../../src/solve/answer.js";
import { dateText, dayOf } from "./dates.js";
import type { TimedAnswer } from "./in-time.js";
import type { LevelWork } from "./level-work.js";
import { sum, whole } from "./rational.js";
import type { Rational } from "./rational.js";
import { countThrough } from "./walk.js";
import type { ByDay } from "./walk.js";
import { readNumber } from "./written.js";

/**
 * Where the answer to a single path with lags differs from the walk through its days. Under `handover` the entries of
 * later stages are their own whole numbers, so only work and windows are compared.
 */
export function differencesInTime(
  answer: Solution,
  oracle: TimedAnswer,
  rounding: "least" | "cascade",
): string[] {
  const { targets } = answer;
  if (targets === null) return ["targets: null"];
  const path = targets.path.filter(({ kind }) => kind !== "win");
  const noTime = oracle.work[0] === null && !oracle.newWins.isZero();
  return [
    ...different("status", answer.status, noTime ? "infeasible" : "feasible"),
    ...different("open.wins", readNumber(targets.pipeline.averageWins), oracle.openWins),
    ...different("open.remaining", readNumber(targets.pipeline.remaining), oracle.newWins),
    ...different("open.overdue", targets.pipeline.overdue.length, oracle.overdue),
    ...path.flatMap((target, index) =>
      differentStage(target, oracle, index, rounding).map((each) => `path[${index}].${each}`),
    ),
    ...(noTime || rounding === "cascade" ? [] : differentWins(targets, oracle)),
  ];
}

function differentStage(
  target: Target,
  oracle: TimedAnswer,
  index: number,
  rounding: "least" | "cascade",
): string[] {
  const work = oracle.work[index] ?? null;
  const worked = target.kind === "work";
  if (oracle.work[0] === null) return worked ? different("window", target.window, null) : [];
  return [
    ...different("perDay", target.perDay, work === null ? null : work.perDay),
    ...different("perWeek", target.perWeek, work === null ? null : work.perWeek),
    ...(work === null ? [] : differentWindow(target, work)),
    ...(worked && work !== null ? differentWork(target, work) : []),
    ...(worked || rounding === "cascade" ? [] : differentEntries(target, oracle, index)),
  ];
}

function differentWindow({ window }: Target, work: LevelWork): string[] {
  const found = `${window?.from ?? ""} ${window?.startBy ?? ""} ${window?.lastUseful ?? ""} ${readNumber(String(window?.workingDays ?? 0)).toString()}`;
  const { from, startBy, lastUseful, workingDays } = work;
  return different(
    "window",
    found,
    [...[from, startBy, lastUseful].map(dateText), workingDays.toString()].join(" "),
  );
}

function differentWork(target: Target, work: LevelWork): string[] {
  const found = target.days.map(({ on, count }) => `${on} ${count}`);
  const expected = work.days.map(({ on, count }) => `${on} ${String(count)}`);
  return [
    ...different("total", target.total, work.total),
    ...different("days", found.join(", "), expected.join(", ")),
  ];
}

function differentEntries(target: Target, oracle: TimedAnswer, index: number): string[] {
  const entries = oracle.entries[index] ?? new Map<number, Rational>();
  return [
    ...different("total", target.total, sum([...entries.values()]).ceiling()),
    ...target.milestones.flatMap(({ on, total }) =>
      different(`milestone ${on}`, total, countThrough(entries, dayOf(on)).ceiling()),
    ),
  ];
}

function differentWins({ path }: Targets, { won, openWon, period, wins }: TimedAnswer): string[] {
  const target = path.at(-1);
  const before = period.start - 1;
  const during = (units: ByDay, day: number): Rational =>
    countThrough(units, day).minus(countThrough(units, before));
  const late = sum([...won].filter(([on]) => on > period.end).map(([, count]) => count));
  return [
    ...different("win.afterEnd", readNumber(target?.afterEnd ?? "0"), late),
    ...(target?.milestones ?? []).flatMap(({ on, total }) => {
      const come = during(won, dayOf(on)).plus(during(openWon, dayOf(on)));
      const capped = come.compare(whole(wins)) > 0 ? whole(wins) : come;
      return different(`win.milestone ${on}`, total, capped.ceiling());
    }),
  ];
}

function different(name: string, found: unknown, expected: unknown): string[] {
  return String(found) === String(expected) ? [] : [`${name}: ${String(found)}, not ${String(expected)}`];
}
