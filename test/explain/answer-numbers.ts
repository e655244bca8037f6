import { parseExact } from "../../src/number/exact-string.js";
import type { Path } from "../../src/schema/issue.js";

/** One number of an answer and where it stands. */
export interface AnswerNumber {
  readonly path: Path;
  readonly value: number | string;
}

/** What is text although it may look like a number: names, days and sentences. */
const TEXTS = new Set([
  ...["stage", "channel", "owner", "kind", "item", "activity", "name", "team", "week", "unit", "metric"],
  ...["on", "from", "startBy", "lastUseful", "start", "end", "code", "text", "status", "lastDay"],
]);
/** Paths into the plan, and the plan itself, are not numbers of the answer. */
const PARTS = new Set(["path", "plan", "assumptions"]);

/** Every number of an answer, found without the library's help: numbers, and exact quantities written as text. */
export function numbersOf(answer: object): AnswerNumber[] {
  return walk(answer, []);
}

function walk(value: unknown, path: Path): AnswerNumber[] {
  if (typeof value === "number") return [{ path, value }];
  if (typeof value === "string") return parseExact(value) === undefined ? [] : [{ path, value }];
  if (Array.isArray(value)) return value.flatMap((member, index) => walk(member, [...path, index]));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) =>
    isSkipped(key, path) ? [] : walk(member, [...path, key]),
  );
}

function isSkipped(key: string, path: Path): boolean {
  if (path.at(-1) === "stages") return false;
  if (path.length === 0 || path[0] !== "targets")
    return PARTS.has(key) || (TEXTS.has(key) && path[0] !== "fixes");
  return TEXTS.has(key);
}
