import { showExact, showRate } from "../../model/display.js";
import { parseExact, encodeExact, type ExactString } from "../../number/exact-string.js";
import { subtract, ZERO, type Ratio } from "../../number/ratio.js";
import type { Snapshot } from "../../plan/snapshot.js";
import { deepFreeze } from "../../solve/freeze.js";
import type { Track } from "../../track/track.js";
import { actualWay } from "./actual-way.js";
import type { PictureNumber } from "./picture-number.js";
import type { ProgressPicture } from "./progress-picture.js";

/**
 * Where is the outcome, where should it be, and where will it end? The plan's course day by day against what happened
 * through the snapshot's day. Where the snapshot dates its wins and their values add up to the outcome, or where it has
 * readings of the metric, the way there is shown as well.
 *
 * @returns null where the period has no day
 */
export function progressPicture({ outcome, asOf }: Track, snapshot: Snapshot): ProgressPicture | null {
  if (outcome.course.length === 0) return null;
  const at = (key: string, value: ExactString): PictureNumber => ({ value, path: ["outcome", key] });
  const gap = encodeExact(subtract(ratioOf(outcome.now), ratioOf(outcome.planned)));
  const way = actualWay(outcome.now, snapshot, outcome.course[0]?.on ?? asOf);
  return deepFreeze({
    kind: "progress",
    title: "Where we are and where we should be",
    description: wordsOf(outcome, asOf, gap),
    names: [],
    currency: null,
    goal: at("goal", outcome.goal),
    asOf,
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

function wordsOf(outcome: Track["outcome"], asOf: string, gap: ExactString): string {
  const { goal, now, planned, projected, attainment, status } = outcome;
  const share = attainment === null ? "" : `, ${showRate(ratioOf(attainment))} of the goal`;
  const behind = gap.startsWith("-")
    ? `${showExact(gap.slice(1))} below it`
    : gap === "0"
      ? "exactly there"
      : `${showExact(gap)} above it`;
  return (
    `The goal is ${showExact(goal)}. By ${asOf} it should stand at ${showExact(planned)}; it stands at ${showExact(now)}, ${behind}. ` +
    `At the end ${showExact(projected)} is expected${share}: ${status}.`
  );
}

function ratioOf(exact: ExactString): Ratio {
  return parseExact(exact) ?? ZERO;
}
