import { nullable, optional, strictObject } from "zod/mini";
import { currencySchema } from "../plan/currency.js";
import { either, list, record } from "../schema/kinds.js";
import { TEXT, WHOLE_FROM_1 } from "../schema/written-form.js";
import { choice } from "../schema/choice.js";
import { nameSchema, textSchema } from "../schema/name.js";
import { parseResult, type ParseResult } from "../schema/parse-result.js";
import { scalarThat } from "../schema/scalar.js";
import type { ActivityLogOptions } from "./from-activity-log.js";
import { isDelimiter } from "./csv-reader.js";
import type { Mapping } from "./mapping.js";
import { isWholeNumber } from "../number/whole.js";
import { parseShape } from "../schema/parse-shape.js";

const text = optional(textSchema);
const column = optional(nullable(textSchema));
const headerRowSchema = scalarThat<number>(
  (value) => isWholeNumber(value) && value >= 1,
  "row.invalid",
  "the row of the headers, from 1",
  () => "write a whole number such as 4",
  WHOLE_FROM_1,
);

const delimiterSchema = scalarThat<string>(
  (value) => isDelimiter(value),
  "value.type",
  "what stands between cells",
  () => 'write one to ten characters without quotes and line ends, such as ";"',
  TEXT,
);

/** The shape of a mapping that was written as data; `funnel` may name the stages where there is no plan. */
export const mappingShape = strictObject({
  crm: optional(choice("a system", ["csv", "hubspot", "salesforce", "pipedrive"])),
  funnel: optional(list(nameSchema)),
  layout: optional(choice("a layout", ["deals", "history"])),
  columns: optional(
    strictObject({
      ...{
        id: optional(nullable(either(textSchema, list(textSchema)))),
        owner: column,
        channel: column,
        value: column,
        currency: column,
        probability: column,
        pipeline: column,
      },
      ...{
        stage: column,
        on: column,
        created: column,
        closed: column,
        expected: column,
        won: column,
        lost: column,
      },
      ...{ status: column, isWon: column, isClosed: column, deleted: column },
    }),
  ),
  entered: optional(record(textSchema, textSchema)),
  stages: optional(record(textSchema, nullable(textSchema))),
  statuses: optional(record(textSchema, choice("a state", ["open", "won", "lost"]))),
  channels: optional(record(textSchema, textSchema)),
  crmPipeline: optional(either(textSchema, list(textSchema))),
  createdIn: optional(nameSchema),
  dates: optional(choice("an order", ["day-first", "month-first"])),
  decimal: optional(choice("a decimal mark", [".", ","])),
  valueIn: optional(currencySchema),
  empty: optional(list(textSchema)),
  headerRow: optional(headerRowSchema),
  utcOffset: text,
  timeZone: text,
  delimiter: optional(delimiterSchema),
  log: optional(
    strictObject({
      activities: optional(record(textSchema, textSchema)),
      columns: optional(strictObject({ on: text, activity: text, count: text, by: text })),
      dates: optional(choice("an order", ["day-first", "month-first"])),
      utcOffset: text,
      delimiter: optional(delimiterSchema),
    }),
  ),
});

/** A mapping that was read from data, with the funnel and the system that it may name. */
export type ParsedMapping = Mapping & {
  /** The names of the stages, where there is no plan. */
  readonly funnel?: readonly string[];
  /** The system that the file comes from. */
  readonly crm?: string;
  /** How the activity log beside it is read. */
  readonly log?: ActivityLogOptions;
};

/**
 * Reads a mapping that was written as YAML or JSON, for a command or a form. Whether its stages are those of the funnel is
 * said when it is used.
 *
 * @example
 * ```ts
 * safeParseMapping({ columns: { id: "Deal" }, stages: { Parked: null } }).success; // => true
 * ```
 */
export function safeParseMapping(data: unknown): ParseResult<ParsedMapping> {
  const { data: mapping, issues } = parseShape(mappingShape, data);
  return parseResult(mapping as ParsedMapping, issues);
}
