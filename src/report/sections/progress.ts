import type { Format } from "../../format/format.js";
import { progressPicture } from "../../charts/progress/data.js";
import { waterfallPicture } from "../../charts/waterfall/data.js";
import type { PlanProgress } from "../progress.js";
import type { Section } from "../report.js";
import {
  activityPaceSection,
  gapSection,
  luckSection,
  outcomeSection,
  paceSection,
} from "../track/track-sections.js";
import { countedIn, pictured } from "./pictured.js";

/**
 * How it is going, with pictures: the outcome so far, the pace of each stage, and what a gap is due to. `currency` is what
 * the goal counts in; null for a goal that is no money.
 */
export function progressSections(
  { track, snapshot, forecast }: PlanProgress,
  currency: string | null,
  format: Format,
): Section[] {
  return [
    pictured(countedIn(progressPicture(track, snapshot, forecast), currency), outcomeSection(track, format)),
    paceSection(track, format),
    activityPaceSection(track, format),
    pictured(countedIn(waterfallPicture(track, { by: "cause" }), currency), gapSection(track, format)),
    luckSection(track, format),
  ];
}
