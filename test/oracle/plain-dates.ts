import { dateText, readPeriod } from "./dates.js";
import type { WrittenFiscalYears, WrittenPeriod } from "./dates.js";

interface DatedParts {
  readonly goal: {
    readonly period: WrittenPeriod;
    readonly profile?: Readonly<Record<string, number | string>>;
  };
  readonly calendar?: WrittenFiscalYears;
}

/** The plan with the first and last day wherever it names a fiscal year or a part of one: only its calendar says when that is. */
export function withPlainDates<Plan extends DatedParts>(plan: Plan): Plan {
  const { goal, calendar = {} } = plan;
  const { period, profile } = goal;
  const plainPeriod = typeof period === "string" ? plain(period, calendar) : period;
  const parts = Object.entries(profile ?? {}).map(([name, share]) => [plain(name, calendar), share] as const);
  return {
    ...plan,
    goal: {
      ...goal,
      period: plainPeriod,
      ...(profile === undefined ? {} : { profile: Object.fromEntries(parts) }),
    },
  };
}

function plain(name: string, fiscal: WrittenFiscalYears): string {
  const range = name.startsWith("FY") ? readPeriod(name, fiscal) : null;
  return range === null ? name : `${dateText(range.start)}/${dateText(range.end)}`;
}
