import { toJSONSchema, type $ZodType } from "zod/v4/core";
import { currencySchema } from "./currency.js";
import { daySchema, daysSchema } from "./dates.js";
import { restSchema } from "./funnel.js";
import { withinSchema } from "./habits.js";
import { lagSchema } from "./lag.js";
import { lossCountSchema } from "./loss-count.js";
import { nameSchema, textSchema } from "../schema/name.js";
import { periodSchema } from "./period.js";
import { planShape } from "./plan-schema.js";
import { positiveWholeSchema, quantitySchema } from "../schema/quantity.js";
import { proportionSchema, rateSchema } from "./rate.js";
import { spreadSchema } from "./spread.js";

/** What JSON Schema can say of a value that is read as one piece. */
type WrittenForm = Readonly<Record<string, unknown>>;

const TEXT: WrittenForm = { type: "string" };
/** A number, or a text that holds one. */
const NUMBER: WrittenForm = { type: ["number", "string"] };
const WHOLE_FROM_1: WrittenForm = { type: "integer", minimum: 1 };

const FORMS = new Map<$ZodType, WrittenForm>([
  ...[nameSchema, textSchema, daySchema, currencySchema, withinSchema].map((text) => [text, TEXT] as const),
  [quantitySchema, NUMBER],
  [lossCountSchema, anyOf(NUMBER, objectOf({ expected: NUMBER }))],
  [proportionSchema, NUMBER],
  [spreadSchema, anyOf(NUMBER, objectOf({ month: NUMBER }))],
  [positiveWholeSchema, WHOLE_FROM_1],
  [restSchema, { const: true }],
  [daysSchema, anyOf(TEXT, objectOf({ start: TEXT, end: TEXT }))],
  [
    periodSchema,
    anyOf(
      NUMBER,
      objectOf({ start: TEXT, end: TEXT }),
      objectOf({ start: TEXT, weeks: WHOLE_FROM_1 }),
      objectOf({ workingDays: WHOLE_FROM_1 }),
    ),
  ],
  [
    rateSchema,
    anyOf(
      NUMBER,
      objectOf({ won: NUMBER, of: NUMBER }),
      objectOf({ rate: NUMBER, low: NUMBER, high: NUMBER, won: NUMBER, of: NUMBER }, ["won", "of"]),
      objectOf({ now: NUMBER, change: TEXT }),
    ),
  ],
  [
    lagSchema,
    anyOf(NUMBER, objectOf({ median: NUMBER, p90: NUMBER }), {
      type: "array",
      items: objectOf({ days: NUMBER, share: NUMBER }),
    }),
  ],
]);

/** Makes the JSON Schema of a plan, for editors. Run once, when the package is built. */
export function planJsonSchema(): object {
  return { $id: "reverse-funnel/plan.schema.json", title: "Plan", ...jsonSchemaOf(planShape) };
}

function jsonSchemaOf(schema: $ZodType): object {
  return toJSONSchema(schema, {
    io: "input",
    target: "draft-2020-12",
    unrepresentable: "any",
    override: ({ zodSchema, jsonSchema }) => {
      const { words } = zodSchema._zod.def as { readonly words?: readonly string[] };
      Object.assign(jsonSchema, words === undefined ? FORMS.get(zodSchema) : { enum: words });
    },
  });
}

/** One of several forms. */
function anyOf(...forms: readonly WrittenForm[]): WrittenForm {
  return { anyOf: forms };
}

/** An object with exactly these keys, of which the optional ones may be missing. */
function objectOf(
  properties: Readonly<Record<string, WrittenForm>>,
  optional: readonly string[] = [],
): WrittenForm {
  const required = Object.keys(properties).filter((key) => !optional.includes(key));
  return { type: "object", properties, required, additionalProperties: false };
}
