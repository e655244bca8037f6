import fc from "fast-check";
import { dateText } from "../oracle/dates.js";
import type { Range } from "../oracle/dates.js";
import type { PlainPerson, PlainPlan, PlainTeam } from "../oracle/plain-plan.js";
import { amounts } from "./written.js";

/** Quotas of a team that does no work of the funnel, and of its people, some of whom start late, leave or are away. */
export function quotas(range: Range | null): fc.Arbitrary<PlainTeam> {
  const quota = amounts(0, 200_000);
  const always = { name: fc.constantFrom("Ana", "Ben", "Cleo", "Dan"), quota, fte: shares() };
  const people = range === null ? always : { ...always, ...presence(range) };
  const person = fc.record(people, { requiredKeys: ["name"] }).map(inOrder);
  const named = fc.uniqueArray(person, { minLength: 1, maxLength: 3, selector: ({ name }) => name });
  return fc.oneof(
    { weight: 3, arbitrary: fc.record({ people: named, quota }, { requiredKeys: ["people"] }) },
    fc.record({ headcount: fc.integer({ min: 1, max: 5 }), quota }),
  );
}

/** The same plan with quotas of the team `success`, beside the others that do its work. */
export function withQuotas<Plan extends PlainPlan>(plan: Plan, success: PlainTeam): Plan {
  const teams = plan.teams ?? {
    marketing: { headcount: 1 },
    sales: { headcount: 1 },
    support: { headcount: 1 },
  };
  return { ...plan, teams: { ...teams, success } };
}

function presence({ start, end }: Range) {
  const days = fc.integer({ min: start - 20, max: end + 20 });
  const inside = fc.integer({ min: start, max: end });
  const away = fc.tuple(inside, fc.nat(30)).map(([first, more]) => ({
    start: dateText(first),
    end: dateText(Math.min(end, first + more)),
  }));
  return {
    starts: days.map(dateText),
    leaves: days.map(dateText),
    absences: fc.array(away, { maxLength: 2 }),
  };
}

function shares(): fc.Arbitrary<string> {
  return fc.integer({ min: 10, max: 100 }).map((percent) => `${percent}%`);
}

/** Nobody leaves before they start, or is away when they are not employed. */
function inOrder({ starts, leaves, ...person }: PlainPerson): PlainPerson {
  if (starts === undefined || leaves === undefined)
    return { ...person, ...(starts && { starts }), ...(leaves && { leaves }) };
  const [first = starts, last = leaves] = [starts, leaves].sort();
  return { ...person, starts: first, leaves: last };
}
