import type { WrittenForm } from "../schema/written-form.js";

/** The sentence of each key by its path, such as `funnel[].rate` and `teams.*.headcount`. */
export type Sentences = Readonly<Record<string, string>>;

/** Puts the sentence of each key into a JSON Schema, as the description of its property. */
export function described(schema: WrittenForm, sentences: Sentences, at: string): WrittenForm {
  const { properties, items, additionalProperties, anyOf } = schema as {
    readonly properties?: Readonly<Record<string, WrittenForm>>;
    readonly items?: WrittenForm;
    readonly additionalProperties?: WrittenForm | false;
    readonly anyOf?: readonly WrittenForm[];
  };
  const below = (form: WrittenForm, path: string) => described(form, sentences, path);
  const withSentence = ([key, form]: [string, WrittenForm]) => {
    const path = at === "" ? key : `${at}.${key}`;
    const description = sentences[path];
    return [key, { ...(description !== undefined && { description }), ...below(form, path) }];
  };
  return {
    ...schema,
    ...(properties && {
      properties: Object.fromEntries(Object.entries(properties).map(withSentence)) as object,
    }),
    ...(items && { items: below(items, `${at}[]`) }),
    ...(additionalProperties && { additionalProperties: below(additionalProperties, `${at}.*`) }),
    ...(anyOf && { anyOf: anyOf.map((form) => below(form, at)) }),
  };
}
