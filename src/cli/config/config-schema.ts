import { optional, strictObject, type output } from "zod/mini";
import { CRMS } from "../../adapters/index.js";
import { checksSchema } from "../../plan/checks.js";
import { currencySchema } from "../../plan/currency.js";
import { choice } from "../../schema/choice.js";
import { either, list, record } from "../../schema/kinds.js";
import { textSchema } from "../../schema/name.js";
import { quantitySchema } from "../../schema/quantity.js";
import type { ReadonlyData } from "../../schema/readonly-data.js";
import { scalarThat } from "../../schema/scalar.js";

const yesSchema = scalarThat<boolean>(
  (value) => typeof value === "boolean",
  "value.type",
  "true or false",
  () => "write true, or leave it out",
  { type: "boolean" },
);

const crmSchema = choice("a system", CRMS);

/** The shape of a config file. Files are named as seen from its folder. */
export const configShape = strictObject({
  /** The plan. */
  plan: textSchema,
  /** The exports of the CRM; several are joined by the id of the deal. */
  exports: optional(either(textSchema, list(textSchema))),
  /** The system that the exports come from. */
  crm: optional(crmSchema),
  /** How the columns and words of the exports and of the log are read. */
  map: optional(textSchema),
  /** The activity log: date, activity, count, person. */
  log: optional(textSchema),
  /** What has happened so far, where it is written down instead of exported. */
  snapshot: optional(textSchema),
  /** An earlier snapshot: the chance is told as it was then, too. */
  previous: optional(textSchema),
  /** A snapshot of an earlier period: its same days are compared with. */
  earlier: optional(textSchema),
  /** The first day of an earlier period, which is counted from the exports or the log; of `earlier` where that is given. */
  earlierFrom: optional(textSchema),
  /** What `track --json` printed last week, or an earlier snapshot: `report` adds what has changed since. */
  since: optional(textSchema),
  /** The last day of the data that the plan's rates were learned from. */
  ratesAsOf: optional(textSchema),
  /** What other currencies are worth in the plan's. */
  exchange: optional(record(currencySchema, quantitySchema)),
  /** How work goes on: `targets`, `recent:20`, or `call=40,visit=100`. */
  pace: optional(textSchema),
  /** What was agreed, as `baseline` wrote it or `solve --json` printed it: what the plan is compared with. */
  against: optional(textSchema),
  /** What `check` insists on; a key here goes before the same key of the plan. */
  checks: optional(checksSchema),
  /** How answers are written. */
  style: optional(
    strictObject({
      /** Numbers as they are written there: `de-DE`, `en-IN`. */
      locale: optional(textSchema),
      /** Whether no figure is rounded. */
      exact: optional(yesSchema),
    }),
  ),
  /** What `report` makes. */
  report: optional(
    strictObject({
      /** The file that each report replaces: `report.html`. */
      output: optional(textSchema),
      /** Whether what to do on each day is added. */
      calendar: optional(yesSchema),
      /** Whether people are named. */
      people: optional(yesSchema),
      /** Only these parts, as `week,progress,causes`. */
      sections: optional(textSchema),
    }),
  ),
});

/** What a config file says: with what the command is called in its folder and below. */
export type Config = ReadonlyData<output<typeof configShape>>;
