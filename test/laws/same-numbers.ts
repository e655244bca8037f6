import { expect } from "vitest";
import type { Solution } from "../../src/solve/answer.js";
import { dateText, dayOf } from "../oracle/dates.js";

/** Law: two answers hold the same numbers and dates, whatever was written to get them. */
export function sameNumbers(one: Solution, other: Solution): void {
  expect(numbersOf(one)).toEqual(numbersOf(other));
}

/** An answer without the plan it repeats and the sentences that speak of what is written there. */
export function numbersOf(answer: Solution): unknown {
  const { status, targets } = answer;
  if (answer.status === "feasible") return { status, targets };
  const reasons = answer.reasons.map((reason) => ({ ...reason, text: null }));
  // Sentences name days as people do ("Fri 31 Jul"); the days themselves are compared in `to`.
  const fixes = answer.fixes.map((fix) => ({ ...fix, text: null }));
  return { status, targets, reasons, nearest: answer.nearest, fixes };
}

const DATE = /\b\d{4}-\d{2}-\d{2}\b/g;

/** The same data with every date so many days later. */
export function shifted<Data>(data: Data, days: number): Data {
  const text = JSON.stringify(data).replace(DATE, (date) => dateText(dayOf(date) + days));
  return JSON.parse(text) as Data;
}
