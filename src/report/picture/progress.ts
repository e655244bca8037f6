import { showExact, showRate } from "../../model/display.js";
import { readExact, toExact, type Exact } from "../../number/exact.js";
import { add, compare, subtract, sum, ZERO, type Ratio } from "../../number/ratio.js";
import { dayOf } from "../../plan/dates.js";
import { quantityOf } from "../../plan/quantity.js";
import type { Closing, Snapshot } from "../../plan/snapshot.js";
import { deepFreeze } from "../../solve/freeze.js";
import { formatDay } from "../../time/day.js";
import type { Status } from "../../track/status.js";
import type { Track } from "../../track/track.js";
import type { PictureNumber, PictureWords } from "./picture-number.js";

/** How much there is, or should be, by the end of a day. */
export interface ProgressPoint {
  /** The date, `YYYY-MM-DD`. */
  readonly on: string;
  /** The amount by the end of that day, in the goal's metric. */
  readonly amount: Exact;
}

/** The outcome on its way: where it should be day by day, where it is, and where it will end. */
export interface ProgressPicture extends PictureWords {
  /** Which picture this is. */
  readonly kind: "progress";
  /** The goal's amount. */
  readonly goal: PictureNumber;
  /** The day through which it is known what happened. */
  readonly through: string;
  /** Where the outcome should be by the end of each day of the period. */
  readonly planned: readonly ProgressPoint[];
  /** Where it was, as far as days are known; the last point is the day `through`. */
  readonly actual: readonly ProgressPoint[];
  /** Whether the actual amounts stay as they are between two points (wins day by day) or are readings in between. */
  readonly steps: boolean;
  /** Where it is now. */
  readonly now: PictureNumber;
  /** Where it should be now. */
  readonly shouldBe: PictureNumber;
  /** Now − where it should be: below 0 when behind. */
  readonly gap: PictureNumber;
  /** The amount expected at the period's end. */
  readonly projected: PictureNumber;
  /** Projected ÷ goal; null for a goal of 0. */
  readonly attainment: PictureNumber | null;
  /** How far the outcome is from where it should be. */
  readonly status: Status;
}

/**
 * Where is the outcome, where should it be, and where will it end? The plan's course day by day against what happened
 * through the snapshot's day. Where the snapshot dates its wins and their values add up to the outcome, or where it has
 * readings of the metric, the way there is shown as well.
 *
 * @returns null where the period has no day
 */
export function progressPicture({ outcome, through }: Track, snapshot: Snapshot): ProgressPicture | null {
  if (outcome.course.length === 0) return null;
  const at = (key: string, value: Exact): PictureNumber => ({ value, path: ["outcome", key] });
  const gap = toExact(subtract(ratioOf(outcome.now), ratioOf(outcome.planned)));
  const way = actualWay(outcome.now, snapshot, outcome.course[0]?.on ?? through);
  return deepFreeze({
    kind: "progress",
    title: "Where we are and where we should be",
    description: wordsOf(outcome, through, gap),
    names: [],
    currency: null,
    goal: at("goal", outcome.goal),
    through,
    planned: outcome.course.map(({ on, amount }) => ({ on, amount })),
    actual: way.points,
    steps: way.steps,
    now: at("now", outcome.now),
    shouldBe: at("planned", outcome.planned),
    gap: at("now", gap),
    projected: at("projected", outcome.projected),
    attainment: outcome.attainment === null ? null : at("attainment", outcome.attainment),
    status: outcome.status,
  });
}

function wordsOf(outcome: Track["outcome"], through: string, gap: Exact): string {
  const { goal, now, planned, projected, attainment, status } = outcome;
  const share = attainment === null ? "" : `, ${showRate(ratioOf(attainment))} of the goal`;
  const behind = gap.startsWith("-")
    ? `${showExact(gap.slice(1))} below it`
    : gap === "0"
      ? "exactly there"
      : `${showExact(gap)} above it`;
  return (
    `The goal is ${showExact(goal)}. By ${through} it should stand at ${showExact(planned)}; it stands at ${showExact(now)}, ${behind}. ` +
    `At the end ${showExact(projected)} is expected${share}: ${status}.`
  );
}

interface Way {
  readonly points: readonly ProgressPoint[];
  readonly steps: boolean;
}

/** The way to where the outcome is now: readings of the metric, dated wins that add up to it, or the last point alone. */
function actualWay(now: Exact, snapshot: Snapshot, first: string): Way {
  const { through, outcome = [], won } = snapshot;
  const end = { on: through, amount: now };
  if (outcome.length > 0) {
    const readings = outcome.map(({ on, value }) => ({ on, amount: toExact(quantityOf(value)) }));
    const sorted = readings
      .filter(({ on }) => on < through)
      .sort((one, other) => (one.on < other.on ? -1 : 1));
    return { points: [...sorted, end], steps: false };
  }
  const wins = typeof won === "object" ? won : [];
  const worths = [
    wins.map(({ value }) => (value === undefined ? ZERO : quantityOf(value))),
    wins.map(() => ONE_WIN),
  ];
  const worth = worths.find((each) => each.length > 0 && compare(sum(each), ratioOf(now)) === 0);
  return { points: worth === undefined ? [end] : [...climb(wins, worth, first), end], steps: true };
}

const ONE_WIN = quantityOf(1);

/** What the wins come to by the end of each day that has some, from nothing on the evening before the first day. */
function climb(wins: readonly Closing[], worth: readonly Ratio[], first: string): ProgressPoint[] {
  const dated = wins.map(({ on }, index) => ({ on, worth: worth[index] ?? ZERO }));
  const days = [...new Set(dated.map(({ on }) => on))].sort();
  let total = ZERO;
  const points = days.map((day) => {
    total = dated.filter(({ on }) => on === day).reduce((all, each) => add(all, each.worth), total);
    return { on: day, amount: toExact(total) };
  });
  return [{ on: formatDay(dayOf(first) - 1), amount: "0" }, ...points];
}

function ratioOf(exact: Exact): Ratio {
  return readExact(exact) ?? ZERO;
}
