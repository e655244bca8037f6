import type { Format } from "../../format/format.js";
import type { Target } from "../../schedule/target.js";
import type { Solution, Targets } from "../../solve/answer.js";
import { formatDay } from "../../calendar/day.js";
import { parseWrittenDay } from "../../plan/dates.js";
import type { Plan } from "../../plan/plan.js";
import { unitWords } from "../../words/units.js";
import type { Track } from "../../track/track.js";
import type { Figure, Section } from "../report.js";
import { saysMore } from "./activities.js";

/** More numbers than these are no longer found at a glance; the tables have the rest. */
const MOST_FIGURES = 8;

/**
 * The numbers to act on: what each source must get each working day, and who does it; then the work that other stages ask
 * for. With what has happened so far, it is what a day must bring from now on.
 */
export function dailySection({ status, targets, plan }: Solution, format: Format, track?: Track): Section {
  const from = track === undefined ? "" : ` from ${format.date(dayAfter(track.asOf))} on`;
  const title = `${status === "feasible" ? "To do" : "What it would take"} each working day${from}`;
  if (targets === null || isOver(targets, track)) return { title, blocks: [] };
  const work = track === undefined ? workFigures(targets, format) : workLeft(track, format);
  const items = [...sourceFigures(plan, targets, track, format), ...work].slice(0, MOST_FIGURES);
  return { title, blocks: items.length === 0 ? [] : [{ kind: "figures", items }] };
}

/** No day is left: a day must bring nothing any more, however much is missing. */
function isOver({ period }: Targets, track: Track | undefined): boolean {
  return track !== undefined && period.kind === "dated" && track.asOf >= period.end;
}

function dayAfter(date: string): string {
  return formatDay(parseWrittenDay(date) + 1);
}

function sourceFigures(plan: Plan, { path }: Targets, track: Track | undefined, format: Format): Figure[] {
  return path.flatMap((target) => {
    const pace = track?.stages[target.stage];
    const each = pace === undefined ? target.perDay : pace.needPerDay;
    if (target.kind !== "work" || target.total === 0 || each === null) return [];
    const amount =
      pace?.actual === undefined ? inAll(target, format) : soFar(target.total, pace.actual, format);
    return [
      {
        figure: format.number(each),
        label: unitWords(plan, target.stage, each),
        note: noteOf(target.owner, amount, target.why),
      },
    ];
  });
}

function inAll({ total, window }: Target, format: Format): string {
  return `${format.number(total)} in all${window === null ? "" : ` by ${format.date(window.startBy)}`}`;
}

function soFar(total: number, actual: string | null, format: Format): string {
  return actual === null
    ? `${format.number(total)} in all`
    : `${format.number(actual)} of ${format.number(total)} so far`;
}

/** Work that no source's number says: what is done for other stages, and for wins. */
function workFigures({ activities }: Targets, format: Format): Figure[] {
  return activities
    .filter((each) => each.activity !== each.stage && saysMore(each) && each.total > 0)
    .flatMap(({ activity, owner, perDay, total, why }) =>
      perDay === null
        ? []
        : [
            {
              figure: format.number(perDay),
              label: activity,
              note: noteOf(owner, `${format.number(total)} in all`, why),
            },
          ],
    );
}

/** The same from now on. */
function workLeft({ activities, stages }: Track, format: Format): Figure[] {
  return activities
    .filter(({ activity }) => !Object.hasOwn(stages, activity))
    .flatMap(({ activity, owner, needPerDay, actual }) => {
      const done = actual === null ? "" : `${format.number(actual)} so far`;
      return needPerDay === null || needPerDay === 0
        ? []
        : [
            {
              figure: format.number(needPerDay),
              label: activity,
              note: noteOf(owner, done),
            },
          ];
    });
}

function noteOf(owner: string | null, amount: string, why = ""): string {
  return [owner ?? "", amount, why].filter((part) => part !== "").join(" · ");
}
