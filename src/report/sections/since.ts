import type { Format } from "../../format/format.js";
import type { GoalPlan } from "../../plan/plan.js";
import type { Cause } from "../../track/gap-causes.js";
import type { Since, WasAndIs } from "../../track/since.js";
import { chanceWords } from "../../words/chance.js";
import { metricAmount } from "../../words/goal.js";
import { left, right, table, type Row, type Section } from "../report.js";

/** What has changed since an earlier look: numbers, and what each cause comes to. */
export function sinceSection(plan: GoalPlan, since: Since, format: Format): Section {
  const { asOf, status, chance, wins, now, projected, goal, causes } = since;
  const amount = (value: string): string => metricAmount(plan, value, format);
  const rows = [
    rowOf("status", status, (value) => value),
    rowOf("chance of the goal", chance, (value) => chanceWords(value, format)),
    rowOf("goal", goal, amount),
    rowOf("expected at the end", projected, amount),
    rowOf("amount so far", now, amount),
    ...(isSame(wins, now) ? [] : [rowOf("wins so far", wins, (value) => format.number(value))]),
    ...causes.map((each) => rowOf(causeText(each.cause), each, amount)),
  ];
  // What has not changed is no news.
  const news = rows.filter((row) => row[1] !== row[2]);
  const columns = [left("What"), right(format.date(asOf)), right("Now")];
  return {
    title: `What has changed since ${format.date(asOf)}`,
    place: "beside",
    blocks: news.length === 0 ? [] : [table(columns, news)],
  };
}

function causeText(cause: Cause): string {
  return cause === "not explained" ? cause : `due to ${cause}`;
}

function isSame(one: WasAndIs<string>, other: WasAndIs<string>): boolean {
  return one.was === other.was && one.is === other.is;
}

function rowOf<Value>(what: string, { was, is }: WasAndIs<Value>, show: (value: Value) => string): Row {
  return [what, was === null ? "not known" : show(was), is === null ? "not known" : show(is)];
}
