import type { Format } from "../../format/format.js";
import type { ExactString } from "../../number/exact-string.js";
import { equals, equalsUp, named, plain, type RoundedUp, type SaidExplanation } from "./said.js";

/** What a rate was written as, as far as an explanation says it. */
export type RateSource =
  | { readonly of: "plan" }
  | { readonly of: "sample"; readonly won: ExactString; readonly seen: ExactString; readonly isRate: boolean }
  | { readonly of: "share" | "points"; readonly now: ExactString; readonly by: ExactString };

export interface RateFigures {
  readonly stage: string;
  readonly rate: ExactString;
  /** The stage that units go on to; null where going on is the win. */
  readonly next: string | null;
  /** The stage whose rate it is; null where it is its own. */
  readonly sameAs: string | null;
  readonly source: RateSource;
}

/** What must leave a stage, and why. */
export type LeavingFigures =
  | { readonly of: "wins"; readonly amount: ExactString; readonly beyondPipeline: boolean }
  | {
      readonly of: "next stage";
      readonly amount: ExactString;
      readonly next: string;
      /** All that must enter it, where some of that comes back; else null. */
      readonly entries: ExactString | null;
    }
  | {
      readonly of: "channel with units";
      readonly amount: ExactString;
      readonly channel: string;
      readonly next: string;
    }
  | {
      readonly of: "channel with a share";
      readonly amount: ExactString;
      readonly next: string;
      readonly share: ExactString;
      readonly need: ExactString;
      /** What channels with fixed units bring; null where none does. */
      readonly brought: ExactString | null;
      readonly missing: ExactString;
      readonly whole: boolean;
    };

export interface NeedFigures {
  readonly stage: string;
  readonly value: ExactString;
  /** Whether `value` is the exact need; else it is in whole units. */
  readonly isExact: boolean;
  readonly leaving: LeavingFigures;
  readonly rate: ExactString;
  /** Whether those that go on are won. */
  readonly won: boolean;
  /** What leaves ÷ the rate, and the value that it is rounded up to. */
  readonly result: RoundedUp;
}

/** The days that a need is spread over; `days` counts each only as far as its work lands in time. */
export interface WorkDays {
  readonly days: ExactString;
  readonly workingDays: number;
  /** Whether a profile of the goal says how much must have landed by the end of each of its parts. */
  readonly isProfiled: boolean;
}

export interface PaceFigures {
  readonly count: number;
  readonly per: "day" | "week";
  /** Null for the win. */
  readonly stage: string | null;
  readonly need: ExactString;
  readonly over: WorkDays;
  /** Working days of a week; null for a pace by day. */
  readonly weekDays: ExactString | null;
  readonly exact: RoundedUp;
}

/** What a stage must reach. */
export const STAGE_SAYINGS = {
  "stage-rate": ({ stage, rate, next, sameAs, source }: RateFigures, format: Format): SaidExplanation => {
    const shown = format.writtenRate(rate);
    const to = next === null ? "are won" : `go on to ${named(next)}`;
    const same = sameAs === null ? "" : `, the same as of ${named(sameAs)}`;
    return plain(
      `${shown} of the units that enter ${named(stage)} ${to}${same}${sourceText(source, format)}.`,
      source.of === "sample" && source.isRate
        ? `${format.number(source.won)} ÷ ${format.number(source.seen)} = ${shown}`
        : shown,
    );
  },

  "stage-need": (
    { stage, value, isExact, leaving, rate, won, result }: NeedFigures,
    format: Format,
  ): SaidExplanation => {
    const { words, formula } = leavingText(leaving, format);
    const shown = format.plural(value, "unit");
    // What is shown rounded must not claim to be exact.
    const start = isExact && format.number(value) === format.written(value) ? `Exactly ${shown}` : shown;
    const go = won ? "of these units are won" : "of these units go on";
    const isWhole = result.exact === result.whole;
    const rounded = isWhole ? "" : ` That is ${format.precise(result.exact)}, rounded up.`;
    const calculation = `${formula} ÷ ${format.writtenRate(rate)}`;
    return {
      text: `${start} must enter ${named(stage)}, because ${words} and ${format.writtenRate(rate)} ${go}.${rounded}`,
      formula: isWhole ? equals(calculation, result.exact, format) : equalsUp(calculation, result, format),
    };
  },

  "stage-needs-nothing": (
    { stage, value, isExact }: { stage: string; value: ExactString; isExact: boolean },
    format: Format,
  ): SaidExplanation =>
    plain(
      `${isExact ? "Exactly " : ""}${format.plural(value, "unit")} must enter ${named(stage)}, because nothing must leave it.`,
      "0",
    ),

  "stage-of-wins": ({ wins }: { wins: ExactString }, format: Format): SaidExplanation =>
    plain(`${format.plural(wins, "win")} must come out of the funnel.`, `${format.number(wins)} wins`),

  "stage-brought-along": (
    { stage, total, needed }: { stage: string; total: number; needed: ExactString },
    format: Format,
  ): SaidExplanation =>
    plain(
      `${format.plural(total, "unit")} enter ${named(stage)} in all: all that the work of the stages before brings, of which ${format.number(needed)} are needed in time.`,
      format.number(total),
    ),

  "stage-first-entries": (
    { stage, entries, value, total, share, from, inTime }: FirstEntriesFigures,
    format: Format,
  ): SaidExplanation => {
    const shown = format.number(value);
    const back = `${format.writtenRate(share)} of all entries are units that did not go on from ${named(from)} and came back`;
    const late = inTime ? "" : ", of which those count that come back while there is work";
    return {
      text: `${shown} of the ${format.plural(total, "unit")} that enter ${named(stage)} are there for the first time: ${back}${late}.`,
      formula: inTime ? `${format.number(entries)} × (1 − ${format.writtenRate(share)}) = ${shown}` : shown,
    };
  },

  "stage-with-late-work": (
    { stage, total, need, landing, exact, more }: LateWorkFigures,
    format: Format,
  ): SaidExplanation => {
    const share = format.rate(landing);
    const fill = more === null ? "" : `, and ${format.number(more)} more so that whole days are enough`;
    const formula = equalsUp(`${format.number(need)} ÷ ${share} that lands in time`, exact, format);
    return {
      text: `${format.plural(total, "unit")} enter ${named(stage)} in all: ${format.number(need)} must count in the period, and ${share} of the work does${fill}.`,
      formula:
        more === null
          ? formula
          : `${formula}; ${format.number(exact.whole)} + ${format.number(more)} = ${format.number(total)}`,
    };
  },

  "stage-extra": (
    { stage, extra, whole, least }: { stage: string; extra: number; whole: ExactString; least: ExactString },
    format: Format,
  ): SaidExplanation => ({
    text:
      extra === 0
        ? `Rounding adds 0 units to ${named(stage)} beyond its exact need rounded up once.`
        : `Handing whole numbers from team to team adds ${format.plural(extra, "unit")} to ${named(stage)} (rounding: cascade).`,
    formula: equals(
      `${format.number(whole)} asked for − ${format.number(least)} rounded up once`,
      String(extra),
      format,
    ),
  }),

  "stage-surplus": (
    { stage, surplus, brought, needed }: SurplusFigures,
    format: Format,
  ): SaidExplanation => ({
    text: `Channels with fixed units bring ${format.plural(surplus, "unit")} beyond what ${named(stage)} needs.`,
    formula:
      brought === null
        ? "0"
        : equals(`${format.number(brought)} brought − ${format.number(needed)} needed`, surplus, format),
  }),

  "stage-from-pipeline": (
    { stage, units }: { stage: string; units: ExactString },
    format: Format,
  ): SaidExplanation =>
    plain(
      `Before work begins, ${named(stage)} has ${format.plural(units, "unit")} already.`,
      `${format.number(units)} open`,
    ),

  "stage-after-end": (
    { stage, wins }: { stage: string; wins: ExactString },
    format: Format,
  ): SaidExplanation =>
    plain(
      `After the period's end, ${format.plural(wins, "win")} of the work at ${named(stage)} can be expected.`,
      `${format.number(wins)} wins later`,
    ),

  pace: (
    { count, per, stage, need, over, weekDays, exact }: PaceFigures,
    format: Format,
  ): SaidExplanation => {
    const rounded = exact.exact === exact.whole ? "" : `: that is ${format.precise(exact.exact)}, rounded up`;
    const week = weekDays === null ? "" : `${format.plural(weekDays, "working day")} a week × `;
    return {
      text: `${paceText(count, per, stage, format)} suffices for ${format.number(need)} in ${workDaysText(over, format)}${rounded}.`,
      formula: equalsUp(`${week}${format.number(need)} ÷ ${workDaysFigure(over, format)}`, exact, format),
    };
  },

  "pace-in-part": (
    { count, per, stage }: Pick<PaceFigures, "count" | "per" | "stage">,
    format: Format,
  ): SaidExplanation =>
    plain(
      `${paceText(count, per, stage, format)} suffices, counting that only a part of each day's work lands in the period.`,
      `${format.number(count)} each ${per}`,
    ),

  window: (
    {
      stage,
      workingDays,
      from,
      startBy,
    }: { stage: string; workingDays: number; from: string; startBy: string },
    format: Format,
  ): SaidExplanation =>
    plain(
      `Work at ${named(stage)} counts on ${format.plural(workingDays, "working day")} from ${format.date(from)} to ${format.date(startBy)} (both included).`,
      format.plural(workingDays, "working day"),
    ),

  "on-time-share": (
    { stage, share }: { stage: string; share: ExactString },
    format: Format,
  ): SaidExplanation =>
    plain(
      `${format.rate(share)} of what starts at ${named(stage)} on the first working day, and is won some day, is won in the period.`,
      format.rate(share),
    ),

  "min-on-time-share": ({ share }: { share: ExactString }, format: Format): SaidExplanation =>
    plain(
      `A working day belongs to a stage's window when what starts on it has at least ${format.writtenRate(share)} of the best day's chance to land in the period.`,
      format.writtenRate(share),
    ),

  day: ({ stage, on, count, before, until, total }: DayFigures, format: Format): SaidExplanation => ({
    text: `${format.plural(count, "unit")} must enter ${named(stage)} on ${format.date(on)}: spread level, ${format.number(until)} of ${format.number(total)} must be in by its end, and ${format.number(before)} were in before.`,
    formula: equals(
      `${format.number(until)} by its end − ${format.number(before)} before`,
      String(count),
      format,
    ),
  }),

  milestone: ({ stage, on, total, need, level }: MilestoneFigures, format: Format): SaidExplanation => ({
    text: `By ${format.date(on)}, ${format.plural(total, "unit")} of ${format.number(need)} must be ${stage === null ? "won" : `in ${named(stage)}`} if work goes on level.`,
    formula:
      level === null
        ? `${format.number(total)} by then`
        : equalsUp(
            `${format.number(need)} × ${format.number(level.done)} ÷ ${format.number(level.all)} days of work`,
            level.exact,
            format,
          ),
  }),
};

export interface FirstEntriesFigures {
  readonly stage: string;
  /** The exact need, of which the new ones are a share. */
  readonly entries: ExactString;
  readonly value: ExactString;
  readonly total: number;
  /** Of all entries, the share that is there again. */
  readonly share: ExactString;
  /** The stage that they come back from. */
  readonly from: string;
  /** Whether the new ones are that share of the need: where nothing comes back too late. */
  readonly inTime: boolean;
}

export interface LateWorkFigures {
  readonly stage: string;
  readonly total: number;
  readonly need: ExactString;
  readonly landing: ExactString;
  readonly exact: RoundedUp;
  /** What is put on top so that whole days are enough; null where that is nothing. */
  readonly more: ExactString | null;
}

export interface SurplusFigures {
  readonly stage: string;
  readonly surplus: ExactString;
  /** What channels bring; null where nothing is beyond the need. */
  readonly brought: ExactString | null;
  readonly needed: ExactString;
}

export interface DayFigures {
  readonly stage: string;
  readonly on: string;
  readonly count: number;
  readonly before: number;
  readonly until: number;
  readonly total: number;
}

export interface MilestoneFigures {
  /** Null for the win. */
  readonly stage: string | null;
  readonly on: string;
  readonly total: number;
  readonly need: ExactString;
  /** Days of work until then and in all; null where what enters is not level any more, because going on takes time. */
  readonly level: { readonly done: ExactString; readonly all: ExactString; readonly exact: RoundedUp } | null;
}

function sourceText(source: RateSource, format: Format): string {
  switch (source.of) {
    case "plan":
      return ", as the plan says";
    case "sample":
      return `: ${format.number(source.won)} of ${format.number(source.seen)} did`;
    case "points":
      return `: now ${format.writtenRate(source.now)}, changed by ${format.signed(source.by)} points`;
    case "share": {
      const sign = source.by.startsWith("-") ? "" : "+";
      return `: now ${format.writtenRate(source.now)}, changed by ${sign}${format.writtenRate(source.by)}`;
    }
  }
}

function leavingText(leaving: LeavingFigures, format: Format): { words: string; formula: string } {
  const { number, plural, writtenRate } = format;
  const shown = number(leaving.amount);
  switch (leaving.of) {
    case "wins": {
      const wins = plural(leaving.amount, "win");
      const beyond = leaving.beyondPipeline ? " beyond what open work brings" : "";
      return { words: `${wins} must come out${beyond}`, formula: wins };
    }
    case "next stage": {
      const again =
        leaving.entries === null
          ? ""
          : `, the new ones of the ${number(leaving.entries)} that must enter it,`;
      return { words: `${shown} must go on to ${named(leaving.next)}${again}`, formula: `${shown} to go on` };
    }
    case "channel with units":
      return {
        words: `the channel ${named(leaving.channel)} brings ${shown} to ${named(leaving.next)} whatever the goal`,
        formula: `${shown} brought`,
      };
    case "channel with a share": {
      const { next, share, need, brought, missing, whole } = leaving;
      const of = brought === null ? "must enter it" : "are still missing there";
      const sum = brought === null ? number(need) : `(${number(need)} − ${number(brought)} brought)`;
      return {
        words: `${shown} must go on to ${named(next)}, ${writtenRate(share)} of the ${number(missing)} that ${of},`,
        formula: whole ? `${shown} to go on` : `${writtenRate(share)} × ${missing === "0" ? "0" : sum}`,
      };
    }
  }
}

function paceText(count: number, per: "day" | "week", stage: string | null, format: Format): string {
  return `${format.number(count)} each ${per}${stage === null ? "" : ` at ${named(stage)}`}`;
}

/** "22 working days", or "15.3 full days' worth of 22 working days" where not everything lands. */
export function workDaysText(over: WorkDays, format: Format): string {
  const all = format.plural(over.workingDays, "working day");
  if (over.days === String(over.workingDays)) return all;
  const why = over.isProfiled
    ? "the profile wants its part by the end of each part"
    : "not all work lands in time";
  return `${workDaysFigure(over, format)} of ${all}, as ${why}`;
}

/** The same in a formula. */
export function workDaysFigure({ days, workingDays }: WorkDays, format: Format): string {
  return days === String(workingDays)
    ? format.plural(workingDays, "working day")
    : `${format.number(days)} full days' worth`;
}
