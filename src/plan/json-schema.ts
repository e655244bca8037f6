import type { ZodMiniType } from "zod/mini";
import { kindOf } from "../schema/kinds.js";
import { bare, shapeOf } from "../schema/schema-at.js";
import { anyOf, type WrittenForm } from "../schema/written-form.js";
import { channelSchema, stageSchema } from "./funnel.js";
import { planShape } from "./plan-schema.js";

/** Makes the JSON Schema of a plan, for editors. Run once, when the package is built. */
export function planJsonSchema(): object {
  const definitions = new Map<ZodMiniType, WrittenForm>();
  const plan = written(planShape, definitions);
  const $defs = Object.fromEntries(
    [...definitions].map(([schema, form]) => [DEFINED.get(schema) ?? "", form]),
  );
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $id: "reverse-funnel/plan.schema.json",
    title: "Plan",
    ...plan,
    $defs,
  };
}

/** What holds itself is written once, and referred to by its name. */
const DEFINED: ReadonlyMap<ZodMiniType, string> = new Map<ZodMiniType, string>([
  [stageSchema, "stage"],
  [channelSchema, "channel"],
]);

function written(schema: ZodMiniType, definitions: Map<ZodMiniType, WrittenForm>): WrittenForm {
  const name = DEFINED.get(schema);
  if (name === undefined) return form(schema, definitions);
  if (!definitions.has(schema)) {
    definitions.set(schema, {});
    definitions.set(schema, form(schema, definitions));
  }
  return { $ref: `#/$defs/${name}` };
}

function form(schema: ZodMiniType, definitions: Map<ZodMiniType, WrittenForm>): WrittenForm {
  const kind = kindOf(schema);
  switch (kind?.kind) {
    case undefined:
      return objectForm(schema, definitions);
    case "scalar":
      return kind.form;
    case "list":
      return { type: "array", items: written(kind.item, definitions) };
    case "record":
      return { type: "object", additionalProperties: written(bare(kind.value), definitions) };
    case "either":
      return anyOf(written(kind.one, definitions), written(kind.list, definitions));
  }
}

function objectForm(schema: ZodMiniType, definitions: Map<ZodMiniType, WrittenForm>): WrittenForm {
  const members = Object.entries(shapeOf(schema) ?? {});
  const properties = Object.fromEntries(
    members.map(([key, member]) => [key, written(bare(member), definitions)]),
  );
  const required = members.filter(([, member]) => bare(member) === member).map(([key]) => key);
  return { type: "object", properties, required, additionalProperties: false };
}
