import type { CompiledSnapshot } from "../model/compile-snapshot.js";
import type { DatedPlan } from "../model/compile.js";
import { encodeExact } from "../number/exact-string.js";
import { multiply, ONE, subtract, type Ratio } from "../number/ratio.js";
import type { Path } from "../schema/issue.js";
import { passedShare } from "./observed.js";
import type { RestChange } from "./rest-change.js";

/** Fixed costs and budgets are for the whole period, level over its days: what is left of them. */
export function leftOfCosts(compiled: DatedPlan, { asOf }: CompiledSnapshot): readonly RestChange[] {
  const passed = passedShare(compiled, asOf);
  if (passed.num === 0) return [];
  const left = subtract(ONE, passed);
  const { costs, budgets } = compiled;
  return [
    ...(costs.fixed === undefined ? [] : [rest(["fixedCosts"], "fixedCosts", costs.fixed, left)]),
    ...budgets.map(({ path, most }) => rest(path, "budget", most, left)),
  ];
}

function rest(path: Path, part: string, amount: Ratio, left: Ratio): RestChange {
  return { path, to: encodeExact(multiply(amount, left)), reason: { code: "part-left", part } };
}
