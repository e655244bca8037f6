import type { Path } from "reverse-funnel";

/** A plan as far as it has been written: plain data, right or not yet right. It is the state of the whole page. */
export type PlanDocument = Readonly<Record<string, unknown>>;

/** A list as plain data; empty for anything else. */
export function listAt(document: PlanDocument, path: Path): readonly unknown[] {
  const value = valueIn(document, path);
  return Array.isArray(value) ? value : [];
}

/** The members of an object; none for anything else. */
export function membersOf(value: unknown): Readonly<Record<string, unknown>> {
  return value !== null && typeof value === "object" && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : {};
}

/** What stands at a path; undefined where nothing does. */
export function valueIn(document: unknown, path: Path): unknown {
  let value = document;
  for (const step of path) {
    if (value === null || typeof value !== "object" || !Object.hasOwn(value, step)) return undefined;
    value = (value as Readonly<Record<string | number, unknown>>)[step];
  }
  return value;
}

/**
 * The document with something else at a path. `undefined` takes it out, and with it the objects that are left empty by
 * that; an item of a list is only taken out by {@link ./list-edits.ts}.
 */
export function withValue(document: PlanDocument, path: Path, to: unknown): PlanDocument {
  return membersOf(placed(document, path, to) ?? {});
}

function placed(data: unknown, path: Path, to: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return to;
  if (typeof step === "number") {
    const list: unknown[] = Array.isArray(data) ? [...(data as readonly unknown[])] : [];
    list[step] = placed(list[step], rest, to) ?? {};
    return list;
  }
  const { [step]: old, ...others } = membersOf(data);
  const value = placed(old, rest, to);
  if (value === undefined) return Object.keys(others).length === 0 ? undefined : others;
  // A key that was there stays in its place, so that the plan's text does not jump while someone types.
  return { ...membersOf(data), [step]: value };
}
