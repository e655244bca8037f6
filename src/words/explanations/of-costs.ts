import type { Format } from "../../format/format.js";
import type { ExactString } from "../../number/exact-string.js";
import { equals, named, plain, type SaidExplanation } from "./said.js";

/** An amount with its name. */
export interface NamedAmount {
  readonly name: string;
  readonly amount: ExactString;
}

function summed(terms: readonly NamedAmount[], format: Format): string {
  return terms.map(({ name, amount }) => `${format.number(amount)} ${name}`).join(" + ");
}

/** What work costs: all of it, one more win, the hours of teams, the work of channels; and what is left of what is won. */
export const COST_SAYINGS = {
  "fixed-costs": (
    { cost, terms }: { cost: ExactString; terms: readonly NamedAmount[] },
    format: Format,
  ): SaidExplanation => ({
    text: `${format.number(cost)} are paid in the period, whatever is won.`,
    formula: terms.length === 0 ? format.number(cost) : equals(summed(terms, format), cost, format),
  }),

  "win-cost": ({ cost }: { cost: ExactString }, format: Format): SaidExplanation =>
    plain(
      `One more win costs ${format.number(cost)}: all work that it causes, before anything is rounded up.`,
      `${format.number(cost)}, units for a win × what each costs, over all stages, and the work of the win`,
    ),

  revenue: (
    {
      revenue,
      wins,
      each,
      repeated,
    }: { revenue: ExactString; wins: number; each: ExactString; repeated: ExactString | null },
    format: Format,
  ): SaidExplanation => {
    const more = repeated === null ? "" : ` + ${format.number(repeated)} repeat business`;
    return {
      text: `What is won brings ${format.number(revenue)}.`,
      formula: equals(`${format.plural(wins, "win")} × ${format.number(each)}${more}`, revenue, format),
    };
  },

  profit: (
    { profit, brought, paid }: { profit: ExactString; brought: ExactString; paid: readonly NamedAmount[] },
    format: Format,
  ): SaidExplanation => ({
    text: `${format.number(profit)} are left when all work is paid, in whole units as they are printed.`,
    formula: equals(
      [
        `${format.number(brought)} margin`,
        ...paid.map(({ name, amount }) => `${format.number(amount)} ${name}`),
      ].join(" − "),
      profit,
      format,
    ),
  }),

  "team-per-hour": (
    { team, perHour }: { team: string; perHour: ExactString },
    format: Format,
  ): SaidExplanation =>
    plain(
      `An hour of team ${named(team)} costs ${format.number(perHour)}; of people by name the mean, each as much as they can work.`,
      format.number(perHour),
    ),

  "team-hours": (
    { team, hours, of }: { team: string; hours: ExactString; of: "work" | "beside" | "unused" },
    format: Format,
  ): SaidExplanation =>
    plain(
      `Team ${named(team)} has ${format.plural(hours, "hour")} ${HOURS_OF[of]}.`,
      format.plural(hours, "hour"),
    ),

  "team-cost": ({ team, cost, used, perHour, unused }: TeamCostFigures, format: Format): SaidExplanation => {
    const worked = `${format.plural(used, "hour")} × ${format.number(perHour)}`;
    return {
      text: `The hours of team ${named(team)} cost ${format.number(cost)}.`,
      formula: equals(
        unused === null ? worked : `${worked} + ${format.number(unused)} for hours that nothing uses`,
        cost,
        format,
      ),
    };
  },

  "beside-hours": ({ hours }: { hours: ExactString }, format: Format): SaidExplanation =>
    plain(
      `${format.plural(hours, "hour")} serve nothing that moves the goal: tasks, habits that serve nothing, and paid hours that nothing uses.`,
      format.plural(hours, "hour"),
    ),

  "beside-cost": (
    { cost, hours, terms }: Record<"cost" | "hours", ExactString> & { terms: readonly NamedAmount[] },
    format: Format,
  ): SaidExplanation => ({
    text: `${format.number(cost)} are paid for ${format.plural(hours, "hour")} that serve nothing that moves the goal.`,
    formula: terms.length === 0 ? "0" : equals(summed(terms, format), cost, format),
  }),

  "channel-wins": (
    { channel, stage, wins }: { channel: string; stage: string; wins: ExactString },
    format: Format,
  ): SaidExplanation =>
    plain(
      `The work of channel ${named(channel)}, which leads to ${named(stage)}, becomes ${format.plural(wins, "win")}, late ones too.`,
      format.plural(wins, "win"),
    ),

  "channel-revenue": (
    { channel, wins, revenue, each }: { channel: string } & Record<"wins" | "revenue" | "each", ExactString>,
    format: Format,
  ): SaidExplanation => ({
    text: `What channel ${named(channel)} wins brings ${format.number(revenue)}.`,
    formula: equals(`${format.plural(wins, "win")} × ${format.number(each)}`, revenue, format),
  }),

  "channel-cost": (
    { channel, cost, parts }: { channel: string; cost: ExactString; parts: readonly ExactString[] },
    format: Format,
  ): SaidExplanation => ({
    text: `The work of the stages of channel ${named(channel)} costs ${format.number(cost)}.`,
    formula:
      parts.length === 0 ? "0" : equals(parts.map((part) => format.number(part)).join(" + "), cost, format),
  }),

  "channel-later-cost": (
    { channel, cost }: { channel: string; cost: ExactString },
    format: Format,
  ): SaidExplanation =>
    plain(
      `Of what the later stages and the wins cost, ${format.number(cost)} are for what channel ${named(channel)} brings.`,
      `${format.number(cost)}, its part of the units of each later stage × what that stage costs`,
    ),

  "channel-profit": (
    {
      channel,
      wins,
      profit,
      margin,
      cost,
      later,
    }: { channel: string } & Record<"wins" | "profit" | "margin" | "cost" | "later", ExactString>,
    format: Format,
  ): SaidExplanation => ({
    text: `Channel ${named(channel)} leaves ${format.number(profit)}, before fixed costs and unused hours.`,
    formula: equals(
      `${format.plural(wins, "win")} × ${format.number(margin)} − ${format.number(cost)} − ${format.number(later)}`,
      profit,
      format,
    ),
  }),

  "channel-cac": (
    {
      channel,
      wins,
      cac,
      cost,
      later,
    }: { channel: string } & Record<"wins" | "cac" | "cost" | "later", ExactString>,
    format: Format,
  ): SaidExplanation => ({
    text: `Winning one customer through channel ${named(channel)} costs ${format.number(cac)}.`,
    formula: equals(
      `(${format.number(cost)} + ${format.number(later)}) ÷ ${format.plural(wins, "win")}`,
      cac,
      format,
    ),
  }),
};

const HOURS_OF = {
  work: "of activities",
  beside: "of habits and tasks",
  unused: "that are paid and that nothing uses",
} as const;

export interface TeamCostFigures {
  readonly team: string;
  readonly cost: ExactString;
  /** Hours of work, habits and tasks. */
  readonly used: ExactString;
  readonly perHour: ExactString;
  /** What unused hours cost; null where there are none. */
  readonly unused: ExactString | null;
}
