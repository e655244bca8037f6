import type { Alignment } from "../align/answer.js";
import { plainFormat } from "../format/format.js";
import { periodFormat } from "../words/plan-format.js";
import type { FormatOption, Report } from "./report.js";
import {
  conflictSections,
  handoffSection,
  rollUpSection,
  scaleSection,
  sureSection,
  sharedTeamsSection,
  verdictSection,
} from "./sections/alignment.js";

/** The report of an alignment: whether the plans fit, each conflict with its ways out, hand-overs, and the teams. */
export function alignmentReport(alignment: Alignment, { format = plainFormat }: FormatOption = {}): Report {
  const shown = periodFormat(alignment.period, format);
  const sections = [
    verdictSection(alignment, shown),
    ...conflictSections(alignment, shown),
    handoffSection(alignment, shown),
    rollUpSection(alignment, shown),
    sureSection(alignment, shown),
    scaleSection(alignment, shown),
    sharedTeamsSection(alignment, shown),
  ];
  return { title: "Alignment", sections: sections.filter(({ blocks }) => blocks.length > 0) };
}
