import type { Snapshot } from "../../plan/snapshot.js";
import type { Track } from "../../track/track.js";
import { progressPicture } from "../picture/progress.js";
import { waterfallPicture } from "../picture/waterfall.js";
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
export function progressSections(track: Track, snapshot: Snapshot, currency: string | null): Section[] {
  return [
    pictured(countedIn(progressPicture(track, snapshot), currency), outcomeSection(track)),
    paceSection(track),
    activityPaceSection(track),
    pictured(countedIn(waterfallPicture(track), currency), gapSection(track)),
    luckSection(track),
  ];
}
