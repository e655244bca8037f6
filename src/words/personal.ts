import { capital } from "./goal.js";
import type { Format } from "../format/format.js";
import type { ExactString } from "../number/exact-string.js";

/** One activity, stage or the wins of one person, by week. */
export interface PersonalNumber {
  /** An activity, a stage, or "win". */
  readonly name: string;
  /** Median of the last eight weeks that are listed. */
  readonly baseline: ExactString;
  /** The greatest average of four listed weeks in a row, and never less than the baseline; null where fewer are listed. */
  readonly best: ExactString | null;
  /** The first of those four weeks; null where the baseline is more than any four weeks. */
  readonly bestFrom: string | null;
  /** What to go for in a week; null where the history is too small to say. */
  readonly next: number | null;
  /** Whether the team's most per day keeps the next step down. */
  readonly limited: boolean;
  /** Median and greatest baseline of the team. */
  readonly teamMedian: ExactString;
  /** The greatest baseline of the team. */
  readonly teamBest: ExactString;
}

/** What share of one person's units went on, over the last eight weeks. */
export interface PersonalRate {
  /** The stage that units entered. */
  readonly stage: string;
  /** The next stage, or "win". */
  readonly to: string;
  /** How many entered. */
  readonly entered: ExactString;
  /** How many of them went on. */
  readonly passed: ExactString;
  /** Passed ÷ entered. */
  readonly rate: ExactString;
  /** Whether fewer than 30 units entered: too few to compare with anyone. */
  readonly small: boolean;
  /**
   * How likely so few, or fewer, would go on if this person's rate were that of the rest of the team, whose own sample is taken
   * into account; null where that cannot be said.
   */
  readonly pValue: number | null;
  /**
   * Whether what this person has less than the rest of the team is within luck: not below 5% after Holm's correction over all
   * people and stages; null where it cannot be said.
   */
  readonly withinLuck: boolean | null;
  /** Of the people with enough units; null where nobody has. */
  readonly teamMedian: ExactString | null;
  /** The greatest rate of the team, of the people with enough units; null where nobody has. */
  readonly teamBest: ExactString | null;
}

/** Where one person lies below the team's median. */
export interface BelowTeam {
  /** In how much is done, or in what follows from it. */
  readonly in: "activity" | "conversion";
  /** The activity, or the stage. */
  readonly name: string;
  /** What this person does in a week, or the rate. */
  readonly value: ExactString;
  /** The team's median. */
  readonly teamMedian: ExactString;
  /** The team's best. */
  readonly teamBest: ExactString;
  /** The numbers in a sentence. */
  readonly text: string;
}

/** One person's targets, from what this person has done. */
export interface PersonTargets {
  /** The person. */
  readonly name: string;
  /** The person's team; null where the plan does not say. */
  readonly team: string | null;
  /** How many weeks are listed. */
  readonly weeks: number;
  /** Whether fewer than four weeks are listed: nothing is set from so few. */
  readonly small: boolean;
  /** What this person does in a week, and what to go for. */
  readonly numbers: readonly PersonalNumber[];
  /** What follows from it. */
  readonly rates: readonly PersonalRate[];
  /** Where this person lies below the team's median: in how much is done, or in what follows from it. */
  readonly below: readonly BelowTeam[];
  /** Rates below the team's median, by so little that it may be luck. */
  readonly withinLuck: readonly {
    /** The stage. */
    readonly stage: string;
    /** This person's rate. */
    readonly rate: ExactString;
    /** The team's median. */
    readonly teamMedian: ExactString;
  }[];
  /** The next step in a sentence. */
  readonly text: string;
}

/** What all people together do of one thing in a week, against what the plan needs. */
export interface PersonalSum {
  /** An activity, a stage, or "win". */
  readonly name: string;
  /** How many people it is the sum of. */
  readonly people: number;
  /** Whole units a week; null where the plan does not say. */
  readonly needed: number | null;
  /** The sum of all baselines: what a usual week brings. */
  readonly baseline: ExactString;
  /** With every next step reached; who has none counts as now. */
  readonly next: ExactString;
  /** With whoever lies below the team's median, or best, come up to it. */
  readonly atMedian: ExactString;
  /** With whoever lies below the team's best come up to it. */
  readonly atBest: ExactString;
  /** Whether the sum of baselines is enough, the sum of next steps is, or neither. */
  readonly status: "met" | "met by next steps" | "short" | "unknown";
  /** Needed − next steps, not below 0. */
  readonly short: ExactString;
  /** What keeps the baselines from being enough. */
  readonly reasons: readonly ("activity" | "conversion")[];
  /** What comes before it, where it is short and everybody's counts say; else null. */
  readonly step: {
    /** The stage before it. */
    readonly stage: string;
    /** The share of its units that went on. */
    readonly rate: ExactString;
    /** The share that the plan counts on. */
    readonly planned: ExactString;
    /** Whether fewer go on than planned, and if so, whether that is more than luck. */
    readonly comparison: "as planned" | "within luck" | "below";
    /** Whether fewer units come before it than the plan needs. */
    readonly fewBefore: boolean;
  } | null;
  /** The sum against the need, in a sentence. */
  readonly text: string;
}

/** Targets for people that start from each person, and how their sum compares with the plan. */
export interface PersonalTargets {
  /** One for each person of the history, in its order. */
  readonly people: readonly PersonTargets[];
  /** One for each activity or stage that anyone does, and the wins. */
  readonly sums: readonly PersonalSum[];
}

/** Where one person lies below the team, in words without an end. */
export function sayBelowTeam(below: Omit<BelowTeam, "text">, format: Format): string {
  const { name, value, teamMedian, teamBest } = below;
  const show = below.in === "activity" ? format.number : format.rate;
  const what = below.in === "activity" ? `× "${name}" a week` : `of "${name}" go on`;
  return `${show(value)} ${what}, the team's median is ${show(teamMedian)}, its best ${show(teamBest)}`;
}

/** What is said of one person. */
type PersonData = Pick<PersonTargets, "name" | "weeks" | "small" | "numbers" | "withinLuck"> & {
  readonly below: readonly Omit<BelowTeam, "text">[];
};

/** One person's next step, and where this person lies below the team, in sentences. */
export function sayPerson(person: PersonData, format: Format): string {
  const { name, weeks, small, numbers, below, withinLuck } = person;
  if (small) {
    const listed = weeks === 1 ? "1 week is" : `${format.number(weeks)} weeks are`;
    return `${name}: only ${listed} listed, too few to set a step from.`;
  }
  const steps = numbers.flatMap(({ name: what, next, baseline }) =>
    next === null ? [] : [`${format.number(next)} × "${what}" (now ${format.number(baseline)})`],
  );
  const short = below.map((each) => sayBelowTeam(each, format));
  const lucky = withinLuck.map(
    ({ stage, rate, teamMedian }) =>
      `${format.rate(rate)} of "${stage}" go on, the team's median is ${format.rate(teamMedian)}`,
  );
  return [
    `${name}: next step ${steps.join(", ")} a week.`,
    ...(short.length === 0 ? [] : [`Below the team: ${short.join("; ")}.`]),
    ...(lucky.length === 0 ? [] : [`Within luck: ${lucky.join("; ")}.`]),
  ].join(" ");
}

/** How the sum of what people do compares with what the plan needs, and what is short, in sentences. */
export function sayPersonalSum(total: Omit<PersonalSum, "text">, format: Format): string {
  const { name, baseline, next, needed, status, short } = total;
  const now = `"${name}": ${format.number(baseline)} a week now`;
  if (needed === null) return `${now}; the plan does not say how many it needs.`;
  const need = `${format.number(needed)} are needed`;
  const steps = `with every next step it is ${format.number(next)}`;
  switch (status) {
    case "met":
    case "unknown":
      return `${now}, ${need}: enough.`;
    case "met by next steps":
      return `${now}, ${need}; ${steps}: enough. ${causeText(total, format)}`;
    case "short":
      return `${now}, ${need}; ${steps}: ${format.number(short)} short. ${causeText(total, format)}`;
  }
}

function causeText({ reasons, step }: Pick<PersonalSum, "reasons" | "step">, format: Format): string {
  if (step === null) return "What is short is the activity itself.";
  const { stage, rate, planned, comparison, fewBefore } = step;
  const rates = `${format.rate(rate)} of "${stage}" go on, the plan counts on ${format.rate(planned)}`;
  const luck = comparison === "within luck" ? ", which is within luck" : "";
  if (reasons.length > 1) return `Both are short: too few "${stage}", and ${rates}.`;
  if (reasons.includes("conversion")) return `What is short is conversion: ${rates}.`;
  return fewBefore
    ? `What is short is activity: too few "${stage}" come before it; ${rates}${luck}.`
    : `${capital(rates)}${luck}.`;
}
