/** What JSON Schema can say of a value that is read as one piece. */
export type WrittenForm = Readonly<Record<string, unknown>>;

/** A text. */
export const TEXT: WrittenForm = { type: "string" };

/** A number, or a text that holds one. */
export const NUMBER: WrittenForm = { type: ["number", "string"] };

/** A whole number from 1 (included). */
export const WHOLE_FROM_1: WrittenForm = { type: "integer", minimum: 1 };

/** One of several forms. */
export function anyOf(...forms: readonly WrittenForm[]): WrittenForm {
  return { anyOf: forms };
}

/** A list of one entry or more. */
export function listOf(items: WrittenForm): WrittenForm {
  return { type: "array", items, minItems: 1 };
}

/** An object with exactly these keys, of which the optional ones may be missing. */
export function objectOf(
  properties: Readonly<Record<string, WrittenForm>>,
  optional: readonly string[] = [],
): WrittenForm {
  const required = Object.keys(properties).filter((key) => !optional.includes(key));
  return { type: "object", properties, required, additionalProperties: false };
}
