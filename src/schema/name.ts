import type { Problem } from "./issue.js";
import { scalar, scalarThat } from "./scalar.js";
import { TEXT } from "./written-form.js";

/**
 * Words that a stage, a channel, a team or a person may not be called: they are words of the answer (`won`, `lost`) or
 * names that JavaScript gives every object.
 */
const RESERVED = ["won", "lost", "win", "wins", "open", "prototype", "toJSON", "then"];

/** A name the user gives to a stage, channel, team, person, activity, habit or need. Any text but a reserved word. */
export const nameSchema = scalar<string>(judgeName, TEXT);

/** A free text that names nothing else: the plan's own name, the unit of a goal. */
export const textSchema = scalarThat<string>(
  (value) => typeof value === "string",
  "value.type",
  "a text",
  () => "write a text in quotes",
  TEXT,
);

/** Judges a name; also used for the keys of a record, which are names too. */
export function judgeName(value: unknown): Problem | undefined {
  const expected = "a name";
  if (typeof value === "number" || typeof value === "boolean") {
    return { code: "name.type", expected, advice: `quote it: "${value}"` };
  }
  if (typeof value !== "string")
    return { code: "name.type", expected, advice: "write a text such as demo request" };
  if (value.trim() === "") return { code: "name.empty", expected, advice: "write at least one character" };
  return isReserved(value)
    ? {
        code: "name.reserved",
        expected: "a name of your own",
        advice: "this word is reserved, choose another",
      }
    : undefined;
}

/** Says whether a word may not be used as a name. */
function isReserved(name: string): boolean {
  return RESERVED.includes(name) || name in Object.prototype;
}
