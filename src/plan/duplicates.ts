import { issueAt, type Issue, type Path } from "./issue.js";
import type { ActivityInput } from "./plan.js";

/** Finds names that stand a second time. */
export function duplicates(named: readonly (readonly [string, Path])[]): Issue[] {
  const seen = new Set<string>();
  const repeated = named.filter(([name]) => {
    const isNew = !seen.has(name);
    seen.add(name);
    return !isNew;
  });
  return repeated.map(([name, path]) =>
    issueAt(path, name, {
      code: "name.duplicate",
      expected: "a name of its own",
      advice: "it is taken already, choose another",
    }),
  );
}

/** Finds activities of one list that share a name. */
export function duplicateActivities(activities: readonly ActivityInput[] | undefined, at: Path): Issue[] {
  return duplicates((activities ?? []).map((activity, index) => [activity.name, [...at, index, "name"]]));
}
