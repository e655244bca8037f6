import type { ZodMiniType } from "zod/mini";
import { kindOf } from "../schema/kinds.js";
import { bare, shapeOf } from "../schema/schema-at.js";
import { anyOf, type WrittenForm } from "../schema/written-form.js";
import { described, type Sentences } from "./described.js";
import { channelSchema, stageSchema } from "./funnel.js";
import { PLAN_SENTENCES, SNAPSHOT_SENTENCES } from "./key-sentences.js";
import { planShape } from "./plan-schema.js";
import { schemaAddress, type SchemaName } from "./schema-address.js";
import { snapshotShape } from "./snapshot.js";

/** Makes the JSON Schema of a plan, for editors. Run once, when the package is built. */
export function planJsonSchema(): object {
  const schema = jsonSchemaOf(planShape, "plan", "Plan", PLAN_SENTENCES);
  return {
    ...schema,
    required: [],
    oneOf: [{ required: ["goal"] }, { required: ["goals"] }],
    // A plan of habits alone has no funnel.
    anyOf: [{ required: ["funnel"] }, { required: ["habits"] }],
  };
}

/** Makes the JSON Schema of a snapshot, for editors. Run once, when the package is built. */
export function snapshotJsonSchema(): object {
  return jsonSchemaOf(snapshotShape, "snapshot", "Snapshot", SNAPSHOT_SENTENCES);
}

/** Makes the JSON Schema of a shape, with the sentence of each key. */
export function jsonSchemaOf(
  schema: ZodMiniType,
  name: SchemaName,
  title: string,
  sentences: Sentences,
): object {
  const definitions = new Map<ZodMiniType, WrittenForm>();
  const root = described(written(schema, definitions), sentences, "");
  const $defs = Object.fromEntries(
    [...DEFINED].flatMap(([part, { name: called, at }]) => {
      const made = definitions.get(part);
      return made === undefined ? [] : [[called, described(made, sentences, at)]];
    }),
  );
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $id: schemaAddress(name),
    title,
    ...root,
    ...(definitions.size > 0 && { $defs }),
  };
}

interface Definition {
  readonly name: string;
  /** Where it stands in a plan first. */
  readonly at: string;
}

/** What holds itself is written once, and referred to by its name. */
const DEFINED: ReadonlyMap<ZodMiniType, Definition> = new Map<ZodMiniType, Definition>([
  [stageSchema, { name: "stage", at: "funnel[]" }],
  [channelSchema, { name: "channel", at: "funnel[].sources[]" }],
]);

function written(schema: ZodMiniType, definitions: Map<ZodMiniType, WrittenForm>): WrittenForm {
  const definition = DEFINED.get(schema);
  if (definition === undefined) return form(schema, definitions);
  if (!definitions.has(schema)) {
    definitions.set(schema, {});
    definitions.set(schema, form(schema, definitions));
  }
  return { $ref: `#/$defs/${definition.name}` };
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
