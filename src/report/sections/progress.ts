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
import { pictured } from "./pictured.js";

/** How it is going, with pictures: the outcome so far, the pace of each stage, and what a gap is due to. */
export function progressSections(track: Track, snapshot: Snapshot): Section[] {
  return [
    pictured(progressPicture(track, snapshot), outcomeSection(track)),
    paceSection(track),
    activityPaceSection(track),
    pictured(waterfallPicture(track), gapSection(track)),
    luckSection(track),
  ];
}
