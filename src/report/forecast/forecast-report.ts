import type { Forecast } from "../../forecast/answer.js";
import { planFormat } from "../../words/plan-format.js";
import type { FormatOption, Report } from "../report.js";
import { assumptionSection } from "../sections/assumptions.js";
import { byDateSection } from "./by-date.js";
import { outlookSection } from "./outlook.js";
import { pipelineSections } from "./pipeline.js";
import { rangeSection } from "./ranges.js";
import { requireHanded } from "../../schema/handed.js";

/**
 * The report of a forecast: what is expected by the period's end and after it, how entries and wins come about by date,
 * where most cases lie, how the open pipeline stands, and what the answer assumes. Sections without content are left out.
 *
 * @throws TypeError for anything else than an answer of forecast
 *
 * @example
 * ```ts
 * const answer = forecast(
 *   { goal: { metric: "customers", amount: 10, period: "2026-01" }, funnel: [{ stage: "demo", rate: "25%" }] },
 *   { asOf: "2026-01-09", pipeline: {}, won: 2 },
 * );
 * forecastReport(answer).sections.map(({ title }) => title); // => ["Outlook", "By date", "Where 80% of all cases lie", "Assumptions"]
 * ```
 */
export function forecastReport(answer: Forecast, options: FormatOption = {}): Report {
  requireHanded("forecastReport", ["an answer of forecast"], answer);
  const format = planFormat(answer.plan, options.format);
  const sections = [
    outlookSection(answer, format),
    byDateSection(answer, format),
    rangeSection(answer, format),
    ...pipelineSections(answer, format),
    assumptionSection(answer.assumptions, format),
  ];
  return {
    title: answer.plan.name ?? "Forecast",
    sections: sections.filter(({ blocks }) => blocks.length > 0),
  };
}
