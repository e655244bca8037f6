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
import { requireHanded } from "../schema/handed.js";

/**
 * The report of an alignment: whether the plans fit, each conflict with its ways out, hand-overs, and the teams.
 *
 * @throws TypeError for anything else than an answer of align
 *
 * @example
 * ```ts
 * const plan = (name: string) => ({
 *  name,
 *  goal: { metric: "customers", amount: 20, period: "2026-01-05/2026-01-09" },
 *  deal: { activities: [{ name: "onboarding", owner: "support", minutes: 10 }] },
 *  funnel: [{ stage: "demo", rate: "50%" }],
 * } as const);
 * const answer = align([plan("Basic"), plan("Plus")], { support: { headcount: 1, minutesPerDay: 60 } });
 * alignmentReport(answer).sections.map(({ title }) => title);
 * // => ["Plans", "Conflict: Basic and Plus", "How sure the goals are", "If all goals shrink alike", "Teams"]
 * ```
 */
export function alignmentReport(alignment: Alignment, { format = plainFormat }: FormatOption = {}): Report {
  requireHanded("alignmentReport", ["an answer of align"], alignment);
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
