import { expect } from "vitest";
import type { Solution } from "../../src/solve/answer.js";

/** Law: an answer is plain data, frozen at every depth; writing it as JSON and reading it is the identity. */
export function isPlainData(answer: Solution): void {
  expect(JSON.parse(JSON.stringify(answer))).toEqual(answer);
  expect(thawed(answer, [])).toEqual([]);
}

/** The places that could still be written to. */
function thawed(data: unknown, path: readonly string[]): string[] {
  if (typeof data !== "object" || data === null) return [];
  const here = Object.isFrozen(data) ? [] : [path.join(" ")];
  return [...here, ...Object.entries(data).flatMap(([key, member]) => thawed(member, [...path, key]))];
}
