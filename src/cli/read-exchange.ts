import type { Exchange } from "../history/journeys/money.js";
import { tryQuantity } from "../schema/quantity.js";
import { UsageError } from "./failure.js";
import { isPlanError } from "../schema/plan-error.js";

/**
 * Reads `EUR=1.08,GBP=1.27`.
 *
 * @throws UsageError for what is no list of rates
 */
export function readExchange(typed: string | undefined): Exchange | undefined {
  if (typed === undefined) return undefined;
  return Object.fromEntries(
    typed.split(",").map((pair) => {
      const [, code = "", rate = ""] = /^\s*([A-Za-z]{3})\s*=\s*([^\s-]\S*)\s*$/.exec(pair) ?? [];
      if (code !== "" && tryQuantity(rate) !== undefined) return [code.toUpperCase(), rate];
      throw new UsageError(
        `--exchange needs rates such as EUR=1.08,GBP=1.27; got ${JSON.stringify(pair.trim())}`,
      );
    }),
  );
}

/**
 * Runs what adds up values; deals in a currency without a rate are the user's to fix, with an option.
 *
 * @throws UsageError where a rate is missing; any other error as it is
 */
export function withRates<Answer>(work: () => Answer): Answer {
  try {
    return work();
  } catch (error) {
    if (!isPlanError(error)) throw error;
    const mixed = error.issues.filter(({ code }) => code === "currency.mixed");
    const [first] = mixed;
    if (first === undefined) throw error;
    const rates = mixed.map(({ path }) => `${String(path[1])}=…`).join(",");
    throw new UsageError(`say ${first.expected}: --exchange ${rates}`);
  }
}
