import { divide, multiply, ratio, sum, type Ratio, type Whole } from "../number/ratio.js";
import type { Series } from "../lag/series.js";

/** Units that enter a stage and share an origin: how many in all, when, and how many are won too late. */
export interface Inflow {
  readonly amount: Ratio;
  /** By day of the axis, out of `whole`; undefined for a plan without lags, where days need not be told apart. */
  readonly series: Series | undefined;
  readonly whole: Whole;
  /** The share of what converts that is won after the period's end. */
  readonly late: Ratio;
}

/** What enters each stage, by index, and what is won. */
export interface Inflows {
  readonly stages: readonly (readonly Inflow[])[];
  readonly wins: readonly Inflow[];
}

/** How many units a 1 in an inflow's series stands for, in lowest terms; the inflow has a series, and its `whole` is not 0. */
export function unitsEach({ amount, whole, series }: Inflow): Ratio {
  return divide(divide(amount, ratio(whole)), ratio(series?.scale ?? 1));
}

/** All units of inflows, whenever they enter. */
export function totalInflow(inflows: readonly Inflow[]): Ratio {
  return sum(inflows.map(({ amount }) => amount));
}

/** Wins of inflows that are won after the period's end. */
export function lateWins(inflows: readonly Inflow[], perUnit: Ratio): Ratio {
  return multiply(perUnit, sum(inflows.map(({ amount, late }) => multiply(amount, late))));
}
