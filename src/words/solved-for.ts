import type { Format } from "../format/format.js";
import type { ExactString } from "../number/exact-string.js";
import { pathText, type Path } from "../schema/issue.js";

/** What one number must be for today's activity to reach the goal. */
type SolvedForData =
  | { readonly status: "any" | "none"; readonly path: Path }
  | {
      readonly status: "value";
      readonly path: Path;
      readonly limit: "least" | "greatest";
      /** The value itself, before it is written as the plan would. */
      readonly value: ExactString;
    };

/** The same in a sentence. */
export function saySolvedFor(found: SolvedForData, format: Format): string {
  const name = pathText(found.path);
  switch (found.status) {
    case "any":
      return `Whatever ${name} is, today's activity reaches the goal.`;
    case "none":
      return `No value of ${name} reaches the goal with today's activity.`;
    case "value":
      return `With today's activity, ${name} must be at ${found.limit === "least" ? "least" : "most"} ${format.written(found.value)}.`;
  }
}
