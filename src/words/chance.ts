import type { Format } from "../format/format.js";
import { ratio } from "../number/ratio.js";

/** Chances are known to about so many parts of 1. */
const PARTS = 1e6;

/** A chance from 0 to 1, as a percentage: "57%"; never quite 0% or 100% where it is not. */
export function chanceWords(chance: number, format: Format): string {
  const parts = Math.round(chance * PARTS);
  const isCertain = chance <= 0 || chance >= 1;
  return format.rate(ratio(isCertain ? parts : Math.min(PARTS - 1, Math.max(1, parts)), PARTS));
}
