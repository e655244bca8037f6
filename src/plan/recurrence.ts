import { choice } from "../schema/choice.js";

/** The span that a rate, a count or an amount of the base is for. */
export const perSchema = choice("a span", ["month", "quarter", "year", "period"]);

/** What a deal's value is paid for: each month, each year, or once for the whole deal. */
export const dealPerSchema = choice("a span", ["month", "year", "deal"]);

/** A span of the base's rates, counts and amounts. */
export type Per = "month" | "quarter" | "year" | "period";

/** What a deal's value is paid for. */
export type DealPer = "month" | "year" | "deal";

/** Months in a calendar span. */
export const MONTHS_IN = { month: 1, quarter: 3, year: 12 } as const;
