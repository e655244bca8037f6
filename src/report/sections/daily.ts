import { showCount, showExact } from "../../model/display.js";
import type { Target } from "../../schedule/target.js";
import type { Solution, Targets } from "../../solve/answer.js";
import { formatDay, parseDay } from "../../calendar/day.js";
import type { Track } from "../../track/track.js";
import type { Figure, Section } from "../report.js";
import { saysMore } from "./activities.js";

/** More numbers than these are no longer found at a glance; the tables have the rest. */
const MOST_FIGURES = 8;

/**
 * The numbers to act on: what each source must get each working day, and who does it; then the work that other stages ask
 * for. With what has happened so far, it is what a day must bring from now on.
 */
export function dailySection({ status, targets }: Solution, track?: Track): Section {
  const from = track === undefined ? "" : ` from ${dayAfter(track.asOf)} on`;
  const title = `${status === "feasible" ? "To do" : "What it would take"} each working day${from}`;
  if (targets === null || isOver(targets, track)) return { title, blocks: [] };
  const work = track === undefined ? workFigures(targets) : workLeft(track);
  const items = [...sourceFigures(targets, track), ...work].slice(0, MOST_FIGURES);
  return { title, blocks: items.length === 0 ? [] : [{ kind: "figures", items }] };
}

/** No day is left: a day must bring nothing any more, however much is missing. */
function isOver({ period }: Targets, track: Track | undefined): boolean {
  return track !== undefined && period.kind === "dated" && track.asOf >= period.end;
}

function dayAfter(date: string): string {
  return formatDay((parseDay(date) ?? 0) + 1);
}

function sourceFigures({ path }: Targets, track: Track | undefined): Figure[] {
  return path.flatMap((target) => {
    const pace = track?.stages[target.stage];
    const each = pace === undefined ? target.perDay : pace.needPerDay;
    if (target.kind !== "work" || target.total === 0 || each === null) return [];
    const amount = pace?.actual === undefined ? inAll(target) : soFar(target.total, pace.actual);
    return [{ figure: showCount(each), label: target.stage, note: noteOf(target.owner, amount) }];
  });
}

function inAll({ total, window }: Target): string {
  return `${showCount(total)} in all${window === null ? "" : ` by ${window.startBy}`}`;
}

function soFar(total: number, actual: string | null): string {
  return actual === null
    ? `${showCount(total)} in all`
    : `${showExact(actual)} of ${showCount(total)} so far`;
}

/** Work that no source's number says: what is done for other stages, and for wins. */
function workFigures({ activities }: Targets): Figure[] {
  return activities
    .filter((each) => each.activity !== each.stage && saysMore(each) && each.total > 0)
    .flatMap(({ activity, owner, perDay, total }) =>
      perDay === null
        ? []
        : [{ figure: showCount(perDay), label: activity, note: noteOf(owner, `${showCount(total)} in all`) }],
    );
}

/** The same from now on. */
function workLeft({ activities, stages }: Track): Figure[] {
  return activities
    .filter(({ activity }) => !Object.hasOwn(stages, activity))
    .flatMap(({ activity, owner, needPerDay, actual }) => {
      const done = actual === null ? "" : `${showExact(actual)} so far`;
      return needPerDay === null || needPerDay === 0
        ? []
        : [{ figure: showCount(needPerDay), label: activity, note: noteOf(owner, done) }];
    });
}

function noteOf(owner: string | null, amount: string): string {
  return [owner ?? "", amount].filter((part) => part !== "").join(" · ");
}
