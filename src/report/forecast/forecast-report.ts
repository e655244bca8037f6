import type { Forecast } from "../../forecast/answer.js";
import type { Report } from "../report.js";
import { assumptionSection } from "../sections/assumptions.js";
import { byDateSection } from "./by-date.js";
import { outlookSection } from "./outlook.js";
import { pipelineSections } from "./pipeline.js";

/**
 * The report of a forecast: what is expected by the period's end and after it, how entries and wins come about by date, how
 * the open pipeline stands, and what the answer takes for granted. Sections without content are left out.
 *
 * @example
 * ```ts
 * const answer = forecast(
 *   { goal: { metric: "customers", amount: 10, period: "2026-01" }, funnel: [{ stage: "demo", rate: "25%" }] },
 *   { asOf: "2026-01-09", pipeline: {}, won: 2 },
 * );
 * forecastReport(answer).sections.map(({ title }) => title); // => ["Outlook", "By date", "Taken for granted"]
 * ```
 */
export function forecastReport(answer: Forecast): Report {
  const sections = [
    outlookSection(answer),
    byDateSection(answer),
    ...pipelineSections(answer),
    assumptionSection(answer.assumptions),
  ];
  return {
    title: answer.plan.name ?? "Forecast",
    sections: sections.filter(({ blocks }) => blocks.length > 0),
  };
}
