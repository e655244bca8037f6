import fc from "fast-check";
import type { Per, PlainPlan, PlainTeam } from "../oracle/plain-plan.js";
import type { WrittenNumber } from "../oracle/written.js";
import { amounts } from "./written.js";

/** Budgets of a team or a channel, most of them large enough. */
export function ownBudgets(): fc.Arbitrary<WrittenNumber> {
  return fc.oneof(
    { weight: 1, arbitrary: amounts(0, 20_000) },
    { weight: 40, arbitrary: fc.constant(10 ** 13) },
  );
}

type Costs = Required<Pick<PlainPlan, "fixedCosts" | "budget" | "teams">>;

/** Hours that cost something, fixed costs and budgets; every owner of a generated plan is one of the teams. */
export function costs(
  isDated: boolean,
  knobs: { readonly budgets?: boolean } = {},
): { readonly [Key in keyof Costs]: fc.Arbitrary<Costs[Key]> } {
  const per: fc.Arbitrary<Per> = isDated
    ? fc.constantFrom("month", "quarter", "period")
    : fc.constant("period");
  const row = fc.record(
    { name: fc.constantFrom("rent", "tools", "fair"), amount: amounts(0, 5000), per },
    { requiredKeys: ["name", "amount"] },
  );
  const rows = fc.uniqueArray(row, { maxLength: 3, selector: ({ name }) => name });
  const team: fc.Arbitrary<PlainTeam> = fc.record(
    {
      headcount: fc.integer({ min: 1, max: 5 }),
      costPerHour: amounts(0, 90),
      ...(knobs.budgets === true ? { budget: ownBudgets() } : {}),
    },
    { requiredKeys: ["headcount"] },
  );
  return {
    fixedCosts: fc.oneof(amounts(0, 20_000), rows),
    budget: fc.oneof(
      { weight: 1, arbitrary: amounts(0, 20_000) },
      // Looking for ways out of a budget costs more than all else, and hides nothing: most are large enough.
      { weight: 9, arbitrary: fc.integer({ min: 10 ** 12, max: 10 ** 15 }) },
    ),
    teams: fc.record({ marketing: team, sales: team, support: team, success: team }),
  };
}
