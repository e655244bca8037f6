import { decodeExact, encodeExact, type ExactString } from "../../number/exact-string.js";
import { subtract } from "../../number/ratio.js";
import { makeFormat } from "../../format/format.js";
import { yearOfDays, type PictureNumber } from "../picture-number.js";
import { progressWords } from "./words.js";
import type { Forecast } from "../../forecast/answer.js";
import type { Snapshot } from "../../plan/snapshot.js";
import { deepFreeze } from "../../solve/freeze.js";
import type { Track } from "../../track/track.js";
import { actualWay } from "./actual-way.js";
import { progressChance } from "./chance.js";
import type { ProgressPicture } from "./picture.js";
import { requireHanded } from "../../schema/handed.js";

/**
 * Where is the outcome, where should it be, and where will it end? The plan's course day by day against what happened
 * through the snapshot's day. Where the snapshot dates its wins and their values add up to the outcome, or where it has
 * readings of the metric, the way there is shown as well. With the forecast at the same pace, a band shows how far the end
 * may be from what is expected.
 *
 * @returns null where the period has no day
 *
 * @throws TypeError for anything else than an answer of track
 *
 * @example
 * ```ts
 * const plan = { goal: { metric: "customers", amount: 10, period: "2026-01" }, funnel: [{ stage: "demo", rate: "25%" }] } as const;
 * const snapshot = { asOf: "2026-01-16", entered: { demo: 12 }, won: 3 };
 * const picture = progressPicture(track(plan, snapshot), snapshot);
 * [picture?.now.value, picture?.shouldBe.value]; // => ["3", "60/11"]
 * ```
 */
export function progressPicture(
  answer: Track,
  snapshot: Snapshot,
  forecast?: Forecast,
): ProgressPicture | null {
  requireHanded("progressPicture", ["an answer of track"], answer);
  const { outcome, asOf } = answer;
  if (outcome.course.length === 0) return null;
  const at = (key: string, value: ExactString): PictureNumber => ({ value, path: ["outcome", key] });
  const gap = encodeExact(subtract(decodeExact(outcome.now), decodeExact(outcome.planned)));
  const way = actualWay(outcome.now, snapshot, outcome.course[0]?.on ?? asOf);
  const facts = {
    currency: null,
    hasCents: false,
    year: yearOfDays(outcome.course[0]?.on, outcome.course.at(-1)?.on),
  };
  const picture = {
    kind: "progress",
    title: "Where we are and where we should be",
    ...facts,
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
    chance: forecast === undefined ? null : progressChance(forecast, outcome.now),
    status: outcome.status,
  } as const;
  return deepFreeze({ ...picture, description: progressWords(picture, makeFormat(undefined, facts)) });
}
