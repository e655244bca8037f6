import type { Plan } from "../plan/plan.js";
import type { Solution } from "../solve/answer.js";
import { nearestHint, UsageError } from "./failure.js";
import type { Call, Option } from "./verb.js";

/** The option of verbs that can show one team. */
export const TEAM: Readonly<Record<string, Option>> = {
  team: { type: "text", value: "name", help: "Only what this team answers for." },
};

/** The option of verbs that name people only where that is asked for. */
export const PEOPLE: Readonly<Record<string, Option>> = {
  people: { type: "flag", help: "Name people; without it, teams alone." },
};

/** The option of verbs that can name one person. */
export const PERSON: Readonly<Record<string, Option>> = {
  person: { type: "text", value: "name", help: "Name this person alone." },
};

/**
 * The person that `--person` names.
 *
 * @throws UsageError for a person that the plan does not name
 */
export function readPerson({ text }: Call, { teams }: Plan): string | undefined {
  const typed = text("person");
  if (typed === undefined) return undefined;
  const known = Object.values(teams ?? {}).flatMap(({ people = [] }) => people.map(({ name }) => name));
  if (known.includes(typed)) return typed;
  throw new UsageError(
    known.length === 0
      ? "the plan names no people, so --person has nothing to show"
      : `there is no person ${JSON.stringify(typed)}; ${nearestHint(typed, known)}`,
  );
}

/**
 * The team that `--team` names.
 *
 * @throws UsageError for a team that answers for nothing in the plan
 */
export function readTeam({ text }: Call, { plan, targets }: Solution): string | undefined {
  const typed = text("team");
  if (typed === undefined) return undefined;
  const owners = [...(targets?.path ?? []), ...(targets?.activities ?? [])].map(({ owner }) => owner);
  const known = [...new Set([...Object.keys(plan.teams ?? {}), ...owners.filter((owner) => owner !== null)])];
  if (known.includes(typed)) return typed;
  throw new UsageError(
    known.length === 0
      ? "the plan names no teams, so --team has nothing to show"
      : `there is no team ${JSON.stringify(typed)}; ${nearestHint(typed, known)}`,
  );
}
