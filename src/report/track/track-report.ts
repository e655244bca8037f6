import type { AgainstAgreed } from "../../track/against-agreed.js";
import type { Attainment } from "../../track/attainment.js";
import type { Replan } from "../../track/replan.js";
import type { SameDays } from "../../track/same-days.js";
import type { Track } from "../../track/track.js";
import { attainmentSections, type Named } from "./attainment-sections.js";
import { plainFormat } from "../../format/format.js";
import type { FormatOption, Report } from "../report.js";
import { agreedSection } from "../sections/agreed.js";
import { assumptionSection } from "../sections/assumptions.js";
import { sameDaysSection } from "../sections/same-days.js";
import {
  activityPaceSection,
  gapSection,
  goalTracksSection,
  lossSection,
  luckSection,
  outcomeSection,
  paceSection,
} from "./track-sections.js";
import { requireHanded } from "../../schema/handed.js";

/** What a report of progress shows beside the answer of `track`. */
export interface TrackReportOptions extends FormatOption, Named {
  /** How teams and people stand: the answer of `attainment`; left out unless given. People are named where asked for. */
  readonly attainment?: Attainment | undefined;
  /** How it stands by what was agreed: the answer of `againstAgreed`; left out unless given. */
  readonly against?: AgainstAgreed | undefined;
  /** This period beside the same days of an earlier one: the answer of `sameDays`; left out unless given. */
  readonly earlier?: SameDays | undefined;
  /** What is next: the answer of `replan`; left out unless given. */
  readonly replan?: Replan | undefined;
}

/**
 * The report of how a plan is going: the outcome, each stage's pace, why there is a gap, and whether it may be luck.
 *
 * @throws TypeError for anything else than an answer of track
 *
 * @example
 * ```ts
 * const answer = track({ goal: { metric: "customers", amount: 10, period: "2026-01" }, funnel: [{ stage: "demo", rate: "25%" }] }, { asOf: "2026-01-16", entered: { demo: 12 }, won: 3 });
 * trackReport(answer).sections[0]?.blocks[0];
 * // => { kind: "sentence", text: "By the end, 7.5 is expected: behind.", tone: "bad" }
 * ```
 */
export function trackReport(answer: Track, options: TrackReportOptions = {}): Report {
  requireHanded("trackReport", ["an answer of track"], answer);
  const format = options.format ?? plainFormat;
  const sections = [
    outcomeSection(answer, format),
    goalTracksSection(answer, format),
    ...(options.against === undefined ? [] : [agreedSection(options.against, format)]),
    ...(options.earlier === undefined ? [] : [sameDaysSection(options.earlier, format)]),
    paceSection(answer, format),
    activityPaceSection(answer, format),
    ...(options.attainment === undefined
      ? []
      : attainmentSections(options.attainment, options.replan, options, format)),
    lossSection(answer, format),
    gapSection(answer, format),
    luckSection(answer, format),
    assumptionSection(answer.assumptions, format),
  ];
  return {
    title: `Progress through ${format.date(answer.asOf)}`,
    sections: sections.filter(({ blocks }) => blocks.length > 0),
  };
}
