import type { Beta } from "./beta-rule.js";
import type { Lattice } from "./lattice.js";

/**
 * Everything that the chance of a goal depends on, as plain numbers: a funnel as a tree of stages that join toward the win.
 *
 * A compiled plan fills it once; then `chanceMeter` tells the chance for any amount of new work.
 */
export interface ChanceModel {
  /** In any order; `next` refers to the place in this list. Stages without a predecessor are sources. */
  readonly stages: readonly ChanceStage[];
  /** Rates that several stages use; one draw for all of them. */
  readonly shared: readonly Beta[];
  /** How much the period's factor on all chances varies (its standard deviation, mean 1); 0 for luck alone. */
  readonly spread: number;
  /**
   * For each number of wins the chance that they are not enough, from 1 (nearly always) down to 0. It ends where it has
   * become 0: `winsNeeded`, `afterLosses` and `amountShort` make it. An empty list: nothing is missing.
   */
  readonly notEnough: readonly number[];
  /**
   * For 0, 1, 2, … wins of new work, how likely each sum of theirs is, in cells of what is added up; each list as long as
   * `notEnough`. Undefined where wins themselves are added up.
   */
  readonly newSums?: readonly Float64Array[] | undefined;
}

/** One stage: what of it goes on, to where, what is open in it, and on which days new work may enter it. */
export interface ChanceStage {
  /** The place of the stage that follows; null where going on is the win. */
  readonly next: number | null;
  readonly rate: ChanceRate;
  /** Units on their way whose number is fixed: open work, and units that come whatever the goal. */
  readonly open: readonly OpenUnits[];
  /**
   * For each day (or any other group) on which new work enters here: the share of units that would be won in time, given
   * that every stage from here on is passed. Its count is handed in with each question. Empty at all stages but sources
   * with work to be found.
   */
  readonly landing: readonly number[];
}

/**
 * How many go on: a number that is known, what a sample says (`fromSample`, `fromSamples`), or the place of a rate in
 * `shared`.
 */
export type ChanceRate = { readonly known: number } | Beta | { readonly shared: number };

/**
 * Units that are in this stage now, all with the same age.
 *
 * One of them is won in time with rate·landing ÷ (1 − rate·converted − (1 − rate)·lost) · (the rates of all later stages).
 */
export interface OpenUnits {
  /** A whole number from 0 (included). */
  readonly count: number;
  /** Of those that go on, the share that goes on from now and is won in time if all later stages are passed; 0 to 1. */
  readonly landing: number;
  /** Of those that go on, the share that had gone on at this age; 0 for fresh units and for those still to come. */
  readonly converted: number;
  /** Of those that are lost, the share that was lost at this age; 0 where the time to loss is not known. */
  readonly lost: number;
  /** What each counts for once it is won, in cells of what is added up; one cell, a win, unless given. */
  readonly worth?: Lattice | undefined;
}

/** How many units of new work: for each stage, for each of its `landing` groups, a whole number from 0 (included). */
export type Work = readonly (readonly number[])[];
