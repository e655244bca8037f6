/** Whether a value is an object with members by name: no list, not null. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Whether a value is a list, of what is not known. */
export function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

const NONE: Readonly<Record<string, unknown>> = {};

/** The members of a value by name; of what has none, none. */
export function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return isRecord(value) ? value : NONE;
}

/** The keys of a record whose keys are known. */
export function keysOf<Key extends string>(record: Readonly<Partial<Record<Key, unknown>>>): readonly Key[] {
  return Object.keys(record) as Key[];
}

/** The keys of a record whose keys are known, each with what stands there. */
export function entriesOf<Key extends string, Value>(
  record: Readonly<Partial<Record<Key, Value>>>,
): readonly (readonly [Key, Value])[] {
  return Object.entries(record) as [Key, Value][];
}

/** Whether a value is one of these words. */
export function isOneOf<Word extends string>(words: readonly Word[], value: unknown): value is Word {
  return words.some((word) => word === value);
}
