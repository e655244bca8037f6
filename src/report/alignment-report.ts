import type { Alignment } from "../align/answer.js";
import type { Report } from "./report.js";
import {
  conflictSections,
  handoffSection,
  rollUpSection,
  scaleSection,
  sharedTeamsSection,
  verdictSection,
} from "./sections/alignment.js";

/** The report of an alignment: whether the plans fit, each conflict with its ways out, hand-overs, and the teams. */
export function alignmentReport(alignment: Alignment): Report {
  const sections = [
    verdictSection(alignment),
    ...conflictSections(alignment),
    handoffSection(alignment),
    rollUpSection(alignment),
    scaleSection(alignment),
    sharedTeamsSection(alignment),
  ];
  return { title: "Alignment", sections: sections.filter(({ blocks }) => blocks.length > 0) };
}
