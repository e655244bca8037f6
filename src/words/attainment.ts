import type { Format } from "../format/format.js";
import type { ExactString } from "../number/exact-string.js";

/** Why someone needs help; `code` tells the reasons apart. */
export type HelpData =
  | {
      /** Less was done than their share since the start; or it was, but for this week's. */
      readonly code: "work" | "timing";
      /** What is done. */
      readonly name: string;
      /** How much of it was done. */
      readonly done: ExactString;
      /** Their share of it. */
      readonly share: ExactString;
    }
  | {
      /** Fewer went on than the plan's rate, by more than bad luck. */
      readonly code: "conversion";
      /** The stage from which they went on. */
      readonly stage: string;
      /** How many did. */
      readonly done: ExactString;
      /** How many would have by now at the plan's rate. */
      readonly expected: ExactString;
    };

/**
 * Says why someone needs help.
 *
 * @example
 * ```ts
 * sayHelp({ code: "work", name: "call", done: "9", share: "22" }, plainFormat); // => "work: 9 of 22 × call since the start"
 * ```
 */
export function sayHelp(help: HelpData, format: Format): string {
  const done = format.number(help.done);
  switch (help.code) {
    case "work":
      return `work: ${done} of ${format.number(help.share)} × ${help.name} since the start`;
    case "timing":
      return `timing: ${done} of ${format.number(help.share)} × ${help.name} this week, all was done before`;
    case "conversion":
      return `conversion: ${done} went on from "${help.stage}" where ${format.number(help.expected)} would at the plan's rate, which is more than bad luck`;
  }
}
