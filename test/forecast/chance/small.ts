import type { PlanInput } from "../../../src/plan/plan.js";
import type { Snapshot } from "../../../src/plan/snapshot.js";
import { dateText, dayOf } from "../../oracle/dates.js";

/** A row of a lag: of those that go on, the share that goes on so many days later. */
export interface Row {
  readonly days: number;
  readonly share: number;
}

/** A stage of a small funnel, as the enumeration and the simulation see it. */
export interface SmallStage {
  readonly rate: number;
  readonly rows: readonly Row[];
}

/** A deal that is open: its stage, its age in days on the morning after the snapshot, what it brings. */
export interface SmallDeal {
  readonly stage: number;
  readonly age: number;
  readonly value: number;
}

/** A small forecast in plain numbers. */
export interface SmallCase {
  readonly stages: readonly SmallStage[];
  readonly deals: readonly SmallDeal[];
  /** Units of the first stage that are started on each working day. */
  readonly perDay: number;
  readonly goal: number;
  readonly won: number;
}

export const FROM = dayOf("2026-02-09");
export const END = dayOf("2026-02-28");
export const EACH = 1000;

/** The working days that are left: 9 to 27 February 2026, a month that begins on a Sunday. */
export const WORKING = Array.from({ length: END - FROM + 1 }, (_, day) => FROM + day).filter(
  (_, day) => day % 7 < 5,
);

/** The same as a plan and a snapshot. */
export function written(
  { stages, deals, goal, won }: SmallCase,
  rates?: readonly { readonly won: number; readonly of: number }[],
): { readonly plan: PlanInput; readonly snapshot: Snapshot } {
  const name = (stage: number) => `stage ${stage}`;
  return {
    plan: {
      goal: { metric: "new-mrr", amount: goal, period: "2026-02" },
      deal: { value: EACH },
      funnel: stages.map(({ rate, rows }, stage) => ({
        stage: name(stage),
        rate: rates?.[stage] ?? rate,
        lag: rows.map(({ days, share }) => ({ days, share })),
      })),
    },
    snapshot: {
      asOf: dateText(FROM - 1),
      won,
      pipeline: Object.fromEntries(
        stages.map((_, stage) => [
          name(stage),
          deals
            .filter((deal) => deal.stage === stage)
            .map(({ age, value }) => ({ entered: dateText(FROM - age), value })),
        ]),
      ),
    },
  };
}

/** The chance that a unit which goes on from a stage on a day is won by another: every row after every row. */
export function wonBy(stages: readonly SmallStage[], stage: number, day: number, last: number): number {
  const here = stages[stage];
  if (here === undefined) return day <= last ? 1 : 0;
  return here.rows.reduce(
    (sum, { days, share }) => sum + here.rate * share * wonBy(stages, stage + 1, day + days, last),
    0,
  );
}

/** The chance that an open deal is won by a day: of those like it that are neither through nor lost at its age. */
export function dealWonBy(stages: readonly SmallStage[], { stage, age }: SmallDeal, last: number): number {
  const here = stages[stage];
  if (here === undefined) throw new Error("every deal is in a stage");
  const [gone, left] = [
    here.rows.filter(({ days }) => days < age),
    here.rows.filter(({ days }) => days >= age),
  ];
  if (left.length === 0) return 0;
  const there = 1 - here.rate * gone.reduce((sum, { share }) => sum + share, 0);
  const wins = left.reduce(
    (sum, { days, share }) => sum + here.rate * share * wonBy(stages, stage + 1, FROM - age + days, last),
    0,
  );
  return wins / there;
}

/** Every outcome of every unit, one by one: what it brings, and how likely. No grouping, no lattice, no order. */
export function outcomes(small: SmallCase, last: number): { wins: number; amount: number; chance: number }[] {
  const { stages, deals, perDay, won } = small;
  const units = [
    ...deals.map((deal) => ({ value: deal.value, chance: dealWonBy(stages, deal, last) })),
    ...WORKING.flatMap((day) =>
      new Array<number>(perDay).fill(wonBy(stages, 0, day, last)).map((chance) => ({ value: EACH, chance })),
    ),
  ].filter(({ chance }) => chance > 0);
  let all = [{ wins: won, amount: won * EACH, chance: 1 }];
  for (const { value, chance } of units)
    all = all.flatMap((each) => [
      { ...each, chance: each.chance * (1 - chance) },
      { wins: each.wins + 1, amount: each.amount + value, chance: each.chance * chance },
    ]);
  return all;
}
