import type { Format } from "../../format/format.js";
import type { ExactString } from "../../number/exact-string.js";
import { amountWords, type WithGoal } from "../goal.js";
import { equals, plain, type SaidExplanation } from "./said.js";

/** The quota of a team or a person, with its relief. */
interface QuotaRow {
  readonly team: string;
  readonly person: string | null;
  readonly quota: ExactString;
  readonly presentShare: ExactString;
  readonly relief: ExactString;
  readonly afterRelief: ExactString;
  readonly overAssignment: ExactString | null;
}

/** What is said of the quotas of teams and people. */
export const QUOTA_SAYINGS = {
  quota: ({ plan, row, figure, assigned }: QuotaFigures, format: Format): SaidExplanation => {
    const who = `"${row.person ?? row.team}"`;
    const { number, rate } = format;
    const share = format.writtenRate(row.presentShare);
    const amount = (value: ExactString): string => amountWords(plan, value, format);
    switch (figure) {
      case "quota":
        return plain(
          `${who} answers for ${amount(row.quota)} of the goal.`,
          `${number(row.quota)}, as written`,
        );
      case "presentShare":
        return plain(
          `${rate(row.presentShare)} of the target falls on days on which ${who} is there.`,
          share,
        );
      case "relief":
        return {
          text: `${amount(row.relief)} are taken off the quota of ${who}, because ${rate(row.presentShare)} of the target falls on days on which ${who} is there.`,
          formula: equals(`${number(row.quota)} × (100% − ${share})`, row.relief, format),
        };
      case "afterRelief":
        return {
          text: `${amount(row.afterRelief)} are left of the quota of ${who}.`,
          formula: equals(`${number(row.quota)} − ${number(row.relief)}`, row.afterRelief, format),
        };
      case "overAssignment": {
        const all = assigned.map(({ afterRelief: left }) => number(left)).join(" + ");
        const of = row.overAssignment ?? "0";
        return {
          text: `The quotas of the people of ${who} come to ${rate(of)} of its own.`,
          formula: `(${all}) ÷ ${number(row.afterRelief)} = ${rate(of)}`,
        };
      }
    }
  },

  quotas: ({ plan, figure, assigned, overAssignment, goal }: AllQuotas, format: Format): SaidExplanation => {
    const { number, rate } = format;
    const all = amountWords(plan, assigned, format);
    if (figure === "assigned") return plain(`All quotas come to ${all} after relief.`, number(assigned));
    const of = overAssignment ?? "0";
    return {
      text: `All quotas come to ${rate(of)} of the goal: ${all} after relief.`,
      formula: `${number(assigned)} ÷ ${number(goal)} = ${rate(of)}`,
    };
  },
};

export interface QuotaFigures {
  readonly plan: WithGoal;
  readonly row: QuotaRow;
  readonly figure: "quota" | "presentShare" | "relief" | "afterRelief" | "overAssignment";
  /** The quotas of the team's people. */
  readonly assigned: readonly QuotaRow[];
}

export interface AllQuotas {
  readonly plan: WithGoal;
  readonly figure: "assigned" | "overAssignment";
  readonly assigned: ExactString;
  readonly overAssignment: ExactString | null;
  readonly goal: ExactString;
}
