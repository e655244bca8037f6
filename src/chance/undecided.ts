import type { OpenUnits } from "./chance-model.js";

/**
 * Of what entered a stage as long ago as some open units, the share on which nothing is decided yet, by the rate of the stage:
 * 1 − rate · converted − (1 − rate) · lost. Not above 0 where all is decided; rounding may put it a little below.
 */
export function undecidedShare(
  rate: number,
  { converted, lost }: Pick<OpenUnits, "converted" | "lost">,
): number {
  return 1 - rate * converted - (1 - rate) * lost;
}
