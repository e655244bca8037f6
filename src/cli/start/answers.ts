import { CURRENCIES_BY_SIGN } from "./currency-signs.js";
import { METRIC_FACTS, startsFromBase } from "../../plan/metric-facts.js";
import { METRICS, type Metric } from "../../plan/metric.js";
import { parseRateText } from "../../number/rate-text.js";
import { compare, isNegative, ONE } from "../../number/ratio.js";
import { parseQuantity, tryQuantity } from "../../schema/quantity.js";
import { encodeExact } from "../../number/exact-string.js";
import { multiply, ratio } from "../../number/ratio.js";

/** An answer that was understood, or what to write instead. */
export type Reading<Value> =
  | { readonly value: Value; readonly advice?: undefined }
  | { readonly value?: undefined; readonly advice: string };

/** What is to be reached, in which period. */
export interface GoalAnswer {
  readonly amount: string;
  readonly metric: Metric;
  /** What units are called; undefined for other metrics. */
  readonly unit: string | undefined;
  readonly currency: string | undefined;
  readonly period: string;
}

const GOAL_ADVICE =
  "write an amount, of what, and in which period: 10 customers in 2026-01, or 30000 USD of net new MRR in 2026-Q1";

/** Metrics that a plan can aim at with nothing but a deal value. */
const ASKED: readonly Metric[] = METRICS.filter(
  (metric) => METRIC_FACTS[metric].deal.every((part) => part === "value") && !startsFromBase(metric),
);

/** Reads "30000 USD of new MRR in 2026-Q1"; the period is the next quarter unless it says one. */
export function readGoal(text: string, nextPeriod: string): Reading<GoalAnswer> {
  const [, before = text, period = nextPeriod] =
    /^(.*?)\s+(?:in|by|for|during)\s+(\S+)\s*$/i.exec(text) ?? [];
  const found = readAmount(before);
  if (found === undefined) return { advice: GOAL_ADVICE };
  if (!/^\d{4}(-\d{2}|-[QH][1-4]|-W\d{2})?$|^\d{4}-\d{2}-\d{2}\/\d{4}-\d{2}-\d{2}$/i.test(period))
    return { advice: `write the period as 2026-01, 2026-Q1, 2026 or 2026-01-05/2026-02-13; got ${period}` };
  const words = found.rest
    .toLowerCase()
    .replace(/^of\s+/, "")
    .replaceAll(/\s+/g, " ")
    .trim();
  const named = [...METRICS].find((metric) => metric.replaceAll("-", " ") === words.replaceAll("-", " "));
  const metric = named ?? metricOf(words, found.currency);
  if (named !== undefined && !ASKED.includes(named))
    return {
      advice: `${named} needs more than five answers: reverse-funnel init prints a plan to change; or ask for ${ASKED.join(", ")}`,
    };
  return {
    value: {
      ...{ amount: found.amount, metric, currency: found.currency, period: period.toUpperCase() },
      unit: metric === "units" ? words : undefined,
    },
  };
}

function metricOf(words: string, currency: string | undefined): Metric {
  if (/^(new )?(customers?|clients?|deals?|wins?|sales)?$/.test(words))
    return words === "" && currency !== undefined ? "revenue" : "customers";
  return /^(sales|turnover|revenues?)$/.test(words) ? "revenue" : "units";
}

/** What one win is worth, and for how long it is paid. */
export interface WorthAnswer {
  readonly value: string;
  readonly currency: string | undefined;
  readonly per: "month" | "year" | undefined;
}

/** Reads "1000 USD a month"; undefined as value where nothing is said and nothing must be. */
export function readWorth(text: string, metric: Metric): Reading<WorthAnswer | undefined> {
  const isNeeded = METRIC_FACTS[metric].deal.includes("value") || metric === "units";
  if (text.trim() === "" && !isNeeded) return { value: undefined };
  const found = readAmount(text);
  const advice = "write a number, with its currency and for how long: 9000 USD, or 1000 a month";
  if (found === undefined) return { advice };
  const per = /\b(?:a|per|each|every|\/)\s*(month|year)\b/i.exec(found.rest)?.[1]?.toLowerCase();
  return {
    value: {
      ...{ value: found.amount, currency: found.currency },
      per: per === "month" || per === "year" ? per : undefined,
    },
  };
}

/** Reads "call, meeting, proposal". */
export function readStages(text: string): Reading<readonly string[]> {
  const names = text
    .split(/[,;>→]/)
    .map((name) => name.replace(/^-+/, "").trim())
    .filter((name) => name !== "");
  if (names.length === 0)
    return { advice: "write the stages from the first to the last: call, meeting, proposal" };
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  return twice === undefined
    ? { value: names }
    : { advice: `each stage needs a name of its own; ${twice} is there twice` };
}

/** Rates of the stages, or an export that shows them. */
type RatesAnswer =
  | { readonly kind: "rates"; readonly rates: readonly string[] }
  | { readonly kind: "export"; readonly crm: string | undefined; readonly file: string };

/** Reads "30%, 50%, 1/4", or "hubspot deals.csv". */
export function readRates(text: string, stages: readonly string[]): Reading<RatesAnswer> {
  const [, crm, file] =
    /^(?:(csv|hubspot|salesforce|pipedrive)\s+)?(\S.*\.\w{2,5})$/i.exec(text.trim()) ?? [];
  if (file !== undefined) return { value: { kind: "export", crm: crm?.toLowerCase(), file } };
  const rates = text
    .split(/[,;]|\s+/)
    .map((each) => each.trim())
    .filter((each) => each !== "");
  const wanted = `write ${stages.length === 1 ? "a share" : `${stages.length} shares, one for each stage`}: ${stages.map((name) => `${name} 30%`).join(", ")} without the names; or the name of an export: hubspot deals.csv`;
  if (rates.length !== stages.length) return { advice: wanted };
  const isShare = (rate: string): boolean => {
    const read = parseRateText(rate);
    return read !== undefined && !isNegative(read) && compare(read, ONE) <= 0 && !/^\d+$/.test(rate);
  };
  const wrong = rates.find((rate) => !isShare(rate));
  return wrong === undefined
    ? { value: { kind: "rates", rates } }
    : { advice: `${wrong} is no share; write 30%, 1/4 or 0.3` };
}

/** Who does the work. */
export interface TeamAnswer {
  readonly name: string;
  readonly people: readonly string[];
  readonly headcount: number | undefined;
}

/** Reads "sales: Ana, Ben", or "sales 3"; undefined where nobody is named. */
export function readTeam(text: string): Reading<TeamAnswer | undefined> {
  const trimmed = text.trim();
  if (trimmed === "") return { value: undefined };
  const [, name = "", list] = /^([^:\d]+?)\s*:\s*(.+)$/.exec(trimmed) ?? [];
  if (list !== undefined) {
    const people = [
      ...new Set(
        list
          .split(",")
          .map((each) => each.trim())
          .filter((each) => each !== ""),
      ),
    ];
    return { value: { name: name.trim(), people, headcount: undefined } };
  }
  const [, team = trimmed, count] = /^(.*?)\s+(\d{1,4})$/.exec(trimmed) ?? [];
  return /^[^:,]+$/.test(team)
    ? { value: { name: team.trim(), people: [], headcount: count === undefined ? undefined : Number(count) } }
    : {
        advice:
          "write the team and its people, sales: Ana, Ben, or how many they are, sales 3; nothing for no team",
      };
}

interface Amount {
  readonly amount: string;
  readonly currency: string | undefined;
  readonly rest: string;
}

/** A number with thousands marks, k or m, and a currency before or behind it; what is left of the text. */
function readAmount(text: string): Amount | undefined {
  const found =
    /^\s*([A-Z]{3}|\p{Sc})?\s*(\d[\d,._' ]*)\s*([kKmM])?(?![\w%])\s*([A-Z]{3}(?=\s|$)|\p{Sc})?\s*(.*)$/u.exec(
      text,
    );
  if (found === null) return undefined;
  const [, before, digits = "", scale, behind, rest = ""] = found;
  const plain = digits.replaceAll(/[_' ]|,(?=\d{3}(?:\D|$))/g, "").replace(",", ".");
  if (tryQuantity(plain) === undefined) return undefined;
  const times = scale === undefined ? 1 : scale.toLowerCase() === "k" ? 1_000 : 1_000_000;
  const sign = before ?? behind;
  const isMetric = sign !== undefined && /^(MRR|ARR)$/.test(sign);
  return {
    amount: encodeExact(multiply(parseQuantity(plain), ratio(times))),
    currency: sign === undefined || isMetric ? undefined : (CURRENCIES_BY_SIGN.get(sign) ?? sign),
    rest: isMetric ? `${sign} ${rest}` : rest,
  };
}
