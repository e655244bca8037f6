import { issueAt, type Issue, type Path } from "./issue.js";

/** A name and where it stands. */
export type PlacedName = readonly [name: string, path: Path];

/** The names in a list of things that have one. */
export function listNames(list: readonly { readonly name: string }[] | undefined, at: Path): PlacedName[] {
  return (list ?? []).map(({ name }, index) => [name, [...at, index, "name"]]);
}

/** Finds names that stand a second time. */
export function duplicates(named: readonly PlacedName[]): Issue[] {
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
