import type { Track } from "../../track/track.js";
import type { Report } from "../report.js";
import { assumptionSection } from "../sections/assumptions.js";
import {
  activityPaceSection,
  gapSection,
  lossSection,
  luckSection,
  outcomeSection,
  paceSection,
} from "./track-sections.js";

/** The report of how a plan is going: the outcome, each stage's pace, why there is a gap, and whether it may be luck. */
export function trackReport(answer: Track): Report {
  const sections = [
    outcomeSection(answer),
    paceSection(answer),
    activityPaceSection(answer),
    lossSection(answer),
    gapSection(answer),
    luckSection(answer),
    assumptionSection(answer.assumptions),
  ];
  return {
    title: `Progress through ${answer.asOf}`,
    sections: sections.filter(({ blocks }) => blocks.length > 0),
  };
}
