import type { WrittenFiscalYears, WrittenPeriod, WrittenRange } from "./dates.js";
import type { WrittenAmount, WrittenLoss, WrittenNumber, WrittenRate, WrittenValue } from "./written.js";

/** Plans as the oracle reads them: plain JSON in the words of the format, typed here a second time on purpose. */
export interface PlainPlan {
  readonly name?: string;
  readonly currency?: string;
  readonly workFrom?: string;
  readonly goal: {
    readonly metric: string;
    readonly by?: "month" | "day";
    readonly amount: WrittenAmount;
    readonly period: WrittenPeriod;
    readonly every?: "month";
    readonly profile?: Readonly<Record<string, WrittenNumber>>;
    readonly chance?: WrittenNumber;
  };
  readonly deal?: PlainDeal;
  readonly base?: {
    readonly customers?: WrittenNumber;
    readonly mrr?: WrittenNumber;
    readonly renewals?: readonly PlainRenewal[];
  };
  readonly churn?: PlainChurn;
  readonly expansion?: PlainFlow;
  readonly contraction?: PlainFlow;
  readonly repeat?: PlainRepeat;
  readonly buffer?: WrittenNumber;
  readonly spread?: WrittenNumber;
  readonly rounding?: "least" | "cascade";
  readonly funnel: readonly PlainStage[];
  readonly fixedCosts?: WrittenNumber | readonly PlainFixedCost[];
  readonly budget?: WrittenNumber;
  readonly teams?: Readonly<Record<string, PlainTeam>>;
  readonly calendar?: PlainCalendar;
  readonly pipeline?: Readonly<Record<string, number | readonly PlainOpenItem[]>>;
}

/** Contracts that end within the period. */
export interface PlainRenewal {
  readonly due: string;
  readonly customers?: WrittenNumber;
  readonly mrr?: WrittenNumber;
  readonly rate: WrittenRate;
}

/** A cost that is the same whatever is won. */
export interface PlainFixedCost {
  readonly name: string;
  readonly amount: WrittenNumber;
  readonly per?: Per;
}

/** A team without limits. */
export interface PlainTeam {
  readonly headcount?: number;
  readonly people?: readonly PlainPerson[];
  readonly costPerHour?: WrittenNumber;
  readonly budget?: WrittenNumber;
  readonly quota?: WrittenNumber;
}

/** Somebody of a team, and when they are there. */
export interface PlainPerson {
  readonly name: string;
  readonly quota?: WrittenNumber;
  readonly starts?: string;
  readonly leaves?: string;
  readonly absences?: readonly WrittenRange[];
  readonly fte?: WrittenRate;
}

/** What a win is worth, and the work that it causes. */
export interface PlainDeal {
  readonly value?: WrittenValue;
  readonly per?: "month" | "year" | "deal";
  readonly contractMonths?: WrittenNumber;
  readonly upsells?: readonly {
    readonly name: string;
    readonly rate: WrittenRate;
    readonly value: WrittenNumber;
  }[];
  readonly margin?: WrittenRate;
  readonly commission?: WrittenRate;
  readonly lifetimeMonths?: WrittenNumber;
  readonly owner?: string;
  readonly activities?: readonly PlainActivity[];
}

/** The span that a rate, a count or an amount is meant for. */
export type Per = "month" | "quarter" | "year" | "period";

/** What is lost; exactly one of customers, mrr and rate. */
export interface PlainChurn {
  readonly customers?: WrittenLoss;
  readonly mrr?: WrittenNumber;
  readonly rate?: WrittenRate;
  readonly per?: Per;
  readonly newCustomers?: WrittenRate;
  readonly valueEach?: WrittenNumber;
  readonly owner?: string;
}

/** Expansion or contraction: an amount of MRR or a rate of the base. */
export interface PlainFlow {
  readonly mrr?: WrittenNumber;
  readonly rate?: WrittenRate;
  readonly per?: Per;
}

/** Repeat business: a rate of the base's customers, customers, or an amount. */
export interface PlainRepeat {
  readonly rate?: WrittenRate;
  readonly customers?: WrittenNumber;
  readonly amount?: WrittenNumber;
  readonly value?: WrittenNumber;
  readonly per?: Per;
}

/** Work done for each unit of a stage or for each win. */
export interface PlainActivity {
  readonly name: string;
  readonly owner?: string;
  readonly perUnit?: WrittenNumber;
  readonly minutes?: WrittenNumber;
  readonly cost?: WrittenNumber;
}

/** A place that units enter. */
export interface PlainStage {
  readonly stage: string;
  /** Of a stage with `sameAs` `withSharedRates` puts in that of the other stage. */
  readonly rate: WrittenRate;
  readonly sameAs?: string;
  readonly owner?: string;
  readonly lag?: PlainLag;
  readonly lossLag?: PlainLag;
  readonly minutes?: WrittenNumber;
  readonly cost?: WrittenNumber;
  readonly available?: WrittenNumber;
  readonly activities?: readonly PlainActivity[];
  readonly sources?: readonly PlainSource[];
  /** What comes back of those that did not go on. */
  readonly returns?: { readonly to: string; readonly rate: WrittenRate; readonly lag?: PlainLag };
}

/** One of several paths that merge into a stage; exactly one of share, units and rest. Without stages: from outside. */
export interface PlainSource {
  readonly channel: string;
  readonly share?: WrittenRate;
  readonly units?: WrittenNumber;
  readonly rest?: true;
  readonly budget?: WrittenNumber;
  readonly funnel: readonly PlainStage[];
}

/** Days without work, or with a share of the usual. */
export type PlainHoliday = WrittenRange | { readonly on: WrittenRange; readonly work: string };

/** On which days work is done, and with how much effort. */
export interface PlainCalendar extends WrittenFiscalYears {
  readonly weekStartsOn?: string;
  readonly workdays?:
    readonly (string | Readonly<Record<string, string>>)[] | Readonly<Record<string, string>>;
  readonly holidays?: readonly PlainHoliday[];
  readonly seasonality?: Readonly<Record<string, WrittenNumber>>;
}

/** How long going on takes. */
export type PlainLag =
  | number
  | string
  | { readonly median: number; readonly p90: number }
  | readonly { readonly days: number; readonly share: WrittenNumber }[];

/** One unit that is in a stage now. */
export interface PlainOpenItem {
  readonly entered?: string;
  readonly value?: WrittenNumber;
  readonly expected?: string;
}
