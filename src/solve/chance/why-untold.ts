import type { CompiledPlan } from "../../model/compile.js";
import type { NoChanceData } from "../../words/no-chance.js";
import { areLoopsKnown } from "./loops.js";

/**
 * Why is no chance of such a goal told, whatever its work? What the goal asks for comes first, then how units move.
 *
 * @returns undefined where one can be told
 */
export function whyUntold({ earning, flow }: CompiledPlan): NoChanceData | undefined {
  // What a win pays depends on its day, which chances do not tell apart.
  if (earning !== undefined) return { code: "earned" };
  return areLoopsKnown(flow) ? undefined : { code: "comes-back" };
}
