import { currencySchema } from "../plan/currency.js";
import { choice } from "../schema/choice.js";
import type { Issue } from "../schema/issue.js";
import { nameSchema, textSchema } from "../schema/name.js";
import { copyPlainData } from "../schema/plain-data.js";
import { scalarThat } from "../schema/scalar.js";
import { shapeIssues } from "../schema/shape-issues.js";
import * as z from "../schema/zod.js";
import type { Mapping } from "./mapping.js";

const text = z.optional(textSchema);
const column = z.optional(z.nullable(textSchema));
const headerRowSchema = scalarThat<number>(
  (value) => Number.isSafeInteger(value) && (value as number) >= 1,
  "row.invalid",
  "the row of the headers, from 1",
  () => "write a whole number such as 4",
);

/** The shape of a mapping that was written as data; `funnel` may name the stages where there is no plan. */
const mappingShape = z.strictObject({
  crm: z.optional(choice("a system", ["csv", "hubspot", "salesforce", "pipedrive"])),
  funnel: z.optional(z.array(nameSchema)),
  layout: z.optional(choice("a layout", ["deals", "history"])),
  columns: z.optional(
    z.strictObject({
      ...{
        id: z.optional(z.nullable(z.either(textSchema, z.array(textSchema)))),
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
  entered: z.optional(z.record(textSchema, textSchema)),
  stages: z.optional(z.record(textSchema, z.nullable(textSchema))),
  statuses: z.optional(z.record(textSchema, choice("a state", ["open", "won", "lost"]))),
  channels: z.optional(z.record(textSchema, textSchema)),
  crmPipeline: z.optional(z.either(textSchema, z.array(textSchema))),
  createdIn: z.optional(nameSchema),
  dates: z.optional(choice("an order", ["day-first", "month-first"])),
  decimal: z.optional(choice("a decimal mark", [".", ","])),
  valueIn: z.optional(currencySchema),
  empty: z.optional(z.array(textSchema)),
  headerRow: z.optional(headerRowSchema),
  utcOffset: text,
  timeZone: text,
  delimiter: text,
});

/** A mapping read from data, with the funnel and the system it may name; or every issue. */
export type MappingParseResult =
  | {
      /** It can be used. */
      readonly ok: true;
      /** The mapping, as it was written. */
      readonly mapping: Mapping & {
        /** The names of the stages, where there is no plan. */
        readonly funnel?: readonly string[];
        /** The system that the file comes from. */
        readonly crm?: string;
      };
    }
  | {
      /** Something is wrong with it. */
      readonly ok: false;
      /** Everything that is wrong, at once. */
      readonly issues: readonly Issue[];
    };

/**
 * Reads a mapping that was written as YAML or JSON, for a command or a form. Whether its stages are those of the funnel is
 * said when it is used.
 *
 * @example
 * ```ts
 * safeParseMapping({ columns: { id: "Deal" }, stages: { Parked: null } }).ok; // => true
 * ```
 */
export function safeParseMapping(data: unknown): MappingParseResult {
  const copy = copyPlainData(data);
  const issues = copy.issues.length > 0 ? copy.issues : shapeIssues(mappingShape, copy.data);
  return issues.length > 0 ? { ok: false, issues } : { ok: true, mapping: copy.data as Mapping };
}
