import { fieldsOf, isList, isRecord } from "../schema/fields.js";
import type { WrittenForm } from "../schema/written-form.js";

/** The sentence of each key by its path, such as `funnel[].rate` and `teams.*.headcount`. */
export type Sentences = Readonly<Record<string, string>>;

/** Puts the sentence of each key into a JSON Schema, as the description of its property. */
export function described(schema: WrittenForm, sentences: Sentences, at: string): WrittenForm {
  const { properties, items, additionalProperties, anyOf } = schema;
  const below = (form: unknown, path: string) => described(fieldsOf(form), sentences, path);
  const withSentence = ([key, form]: [string, unknown]) => {
    const path = at === "" ? key : `${at}.${key}`;
    const description = sentences[path];
    return [key, { ...(description !== undefined && { description }), ...below(form, path) }] as const;
  };
  return {
    ...schema,
    ...(isRecord(properties) && {
      properties: Object.fromEntries(Object.entries(properties).map(withSentence)),
    }),
    ...(isRecord(items) && { items: below(items, `${at}[]`) }),
    ...(isRecord(additionalProperties) && {
      additionalProperties: below(additionalProperties, `${at}.*`),
    }),
    ...(isList(anyOf) && { anyOf: anyOf.map((form) => below(form, at)) }),
  };
}
