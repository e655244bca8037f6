import type { Dialect } from "./dialect.js";

/** One step of a longer query: rows under a name, which later steps read. */
export interface Step {
  readonly name: string;
  readonly query: string;
}

/** Puts steps and the query that reads them last into statements; see `form` of the options. */
export function statementsOf(
  dialect: Dialect,
  steps: readonly Step[],
  last: string,
  form: "statements" | "query",
): readonly string[] {
  if (form === "statements")
    return [...steps.flatMap(({ name, query }) => dialect.keep(dialect.name(name), query)), last];
  const parts = steps.map(
    ({ name, query }) => `${dialect.name(name)} ${dialect.once} (\n${indented(query)}\n)`,
  );
  return [`WITH ${parts.join(",\n")}\n${last}`];
}

/** A piece of SQL moved to the right, but for what stands in quotes: there a line that begins is a part of a name or a text. */
export function indented(sql: string): string {
  return sql.replaceAll(/(^)?(?:'[^']*'|"[^"]*"|`[^`]*`)|^(?=.)/gm, (found, start: string | undefined) =>
    found === "" || start !== undefined ? `  ${found}` : found,
  );
}

/** A choice between values by conditions, the first that holds; null where none does unless `otherwise` says what. */
export function choose(
  cases: readonly (readonly [when: string, then: string])[],
  otherwise?: string,
): string {
  if (cases.length === 0) return otherwise ?? "NULL";
  const whens = cases.map(([when, then]) => `WHEN ${when} THEN ${then}`).join(" ");
  return `CASE ${whens}${otherwise === undefined ? "" : ` ELSE ${otherwise}`} END`;
}

/** The least of some values, none of which is null. */
export function least(values: readonly string[]): string {
  const [only = "NULL"] = values;
  return values.length === 1 ? only : `LEAST(${values.join(", ")})`;
}

/** The greatest of some values, none of which is null. */
export function greatest(values: readonly string[]): string {
  const [only = "NULL"] = values;
  return values.length === 1 ? only : `GREATEST(${values.join(", ")})`;
}
