import type { Format } from "../format/format.js";
import type { ExactString } from "../number/exact-string.js";
import { chanceWords } from "./chance.js";
import { pathText, type Path } from "../schema/issue.js";

/** What one number must be for today's activity to reach the goal. */
type SolvedForData =
  | {
      readonly status: "any" | "none";
      readonly path: Path;
      /** The chance that is asked for; null where none is. */
      readonly asked: number | null;
    }
  | {
      readonly status: "value";
      readonly path: Path;
      readonly asked: number | null;
      readonly limit: "least" | "greatest";
      /** The value itself, before it is written as the plan would. */
      readonly value: ExactString;
    };

/** The same in a sentence. */
export function saySolvedFor(found: SolvedForData, format: Format): string {
  const name = pathText(found.path);
  const sure = found.asked === null ? "" : ` with a chance of ${chanceWords(found.asked, format)}`;
  switch (found.status) {
    case "any":
      return `Whatever ${name} is, today's activity reaches the goal${sure}.`;
    case "none":
      return `No value of ${name} reaches the goal with today's activity${sure}.`;
    case "value":
      return `With today's activity, ${name} must be at ${found.limit === "least" ? "least" : "most"} ${format.written(found.value)}${found.asked === null ? "" : ` to reach the goal${sure}`}.`;
  }
}
