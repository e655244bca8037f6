import { toDecimal, type ExactString, type Plan } from "reverse-funnel";
import { styledFigures, styledSentence, type NumberStyle } from "reverse-funnel/report";

/** A whole number as it is written here. */
export function countWords(value: number, style: NumberStyle): string {
  return styledFigures(grouped(String(value)), style);
}

/** An exact quantity to two decimals at most, as it is written here. */
export function exactWords(value: ExactString, style: NumberStyle): string {
  return styledFigures(grouped(toDecimal(value).toDecimalPlaces(2).toFixed()), style);
}

/** A rate in percent to two decimals at most, as it is written here. */
export function rateWords(rate: ExactString, style: NumberStyle): string {
  return styledFigures(`${grouped(toDecimal(rate).times(100).toDecimalPlaces(2).toFixed())}%`, style);
}

/** A sentence of the library with its figures as they are written here, and the plan's own names as they are. */
export function sentenceWords(text: string, plan: Plan, style: NumberStyle): string {
  return styledSentence(text, style, { names: namesIn(plan), currency: plan.currency });
}

function namesIn({ funnel, teams }: Plan): readonly string[] {
  const names: string[] = [];
  const walk = (value: unknown): void => {
    if (typeof value === "string") names.push(value);
    else if (value !== null && typeof value === "object") Object.values(value).forEach(walk);
  };
  walk(funnel);
  walk(teams);
  return names;
}

function grouped(digits: string): string {
  const [whole = "", decimals] = digits.split(".");
  const marked = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return decimals === undefined ? marked : `${marked}.${decimals}`;
}
