import { quote, type Issue, type Path } from "../schema/issue.js";
import { issueAt } from "../schema/issue.js";
import type { Plan, TeamInput } from "../plan/plan.js";
import { fieldsOf } from "../schema/fields.js";

/** Teams by name. */
export type Teams = Readonly<Record<string, TeamInput>>;

/** The teams of all plans under their names, and where plans contradict each other about one. */
interface SharedTeams {
  readonly teams: Teams;
  readonly issues: readonly Issue[];
}

/** Puts the teams of plans together: a team of one name is one team, and must be described alike wherever it stands. */
export function shareTeams(plans: readonly Plan[], given: Teams): SharedTeams {
  const teams: Record<string, TeamInput> = { ...given };
  const issues: Issue[] = [];
  plans.forEach((plan, index) => {
    for (const [name, team] of Object.entries(plan.teams ?? {})) {
      const known = Object.hasOwn(teams, name) ? teams[name] : undefined;
      if (known === undefined) teams[name] = team;
      else if (!isAlike(known, team)) issues.push(contradiction(["plans", index, "teams", name], team));
    }
  });
  return { teams, issues };
}

function contradiction(path: Path, team: TeamInput): Issue {
  return issueAt(path, quote(team), {
    code: "team.contradiction",
    expected: "the team as another plan describes it",
    advice: "describe a shared team once, or alike in every plan",
  });
}

/** Whether two pieces of plain data say the same, whatever the order of their keys. */
function isAlike(one: unknown, other: unknown): boolean {
  if (one === null || other === null || typeof one !== "object" || typeof other !== "object")
    return one === other;
  const keys = Object.keys(one);
  return (
    Array.isArray(one) === Array.isArray(other) &&
    keys.length === Object.keys(other).length &&
    keys.every((key) => Object.hasOwn(other, key) && isAlike(fieldsOf(one)[key], fieldsOf(other)[key]))
  );
}
