import { FROM_SITE_ROOT } from "./links.js";
import { changeOutsideFences } from "./markdown.js";
import { readText } from "./repository.js";

/** The doors, each with the name that TypeDoc gives to its pages. */
export const DOORS = {
  "src/index.ts": "reverse-funnel",
  "src/adapters/index.ts": "reverse-funnel_adapters",
  "src/charts/index.ts": "reverse-funnel_charts",
  "src/report/index.ts": "reverse-funnel_report",
  "src/rows/index.ts": "reverse-funnel_rows",
  "src/xlsx/index.ts": "reverse-funnel_xlsx",
  "src/sql/index.ts": "reverse-funnel_sql",
  "src/yaml/index.ts": "reverse-funnel_yaml",
} as const;

/** A text with the first mention of each verb of the doors, `solve`, made a link to its page; headings stay. */
export function withNamesLinked(markdown: string): string {
  const open = new Map(pagesOfNames());
  return changeOutsideFences(markdown, (line) =>
    line.startsWith("#")
      ? line
      : line.replace(/(?<![[\w`])`(\w+)(?:\(\))?`(?![\]\w`])/g, (code, name: string) => {
          const page = open.get(name);
          open.delete(name);
          return page === undefined ? code : `[${code}](${page})`;
        }),
  );
}

function pagesOfNames(): [name: string, page: string][] {
  return Object.entries(DOORS).flatMap(([door, module]) =>
    exportedNames(readText(door)).map((name): [string, string] => [
      name,
      `${FROM_SITE_ROOT}api/${name.endsWith("Schema") ? "variables" : "functions"}/${module}.${name}.html`,
    ]),
  );
}

/** Values that a door hands on and whose names begin in lower case: the verbs, and a schema. */
function exportedNames(door: string): string[] {
  return [...door.matchAll(/export \{([^}]*)\}/g)]
    .flatMap(([, names = ""]) => names.split(","))
    .map((name) => name.trim())
    .filter((name) => /^[a-z]\w*$/.test(name));
}
