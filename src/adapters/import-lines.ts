import { pathText } from "../schema/issue.js";
import type { Import } from "./import.js";

/**
 * What became of the rows, in lines for people: how many were used, why others were not, what is to be known of those that
 * were, and the first example of each.
 *
 * @example
 * ```ts
 * const { counts, issues } = fromCsv("id,stage,on\n1,A,soon\n", { funnel: ["A"], columns: { id: "id", stage: "stage", on: "on" } });
 * importLines({ counts, issues })[0]; // => "1 row read: 0 used, 1 set aside"
 * ```
 */
export function importLines({ counts, issues }: Pick<Import, "counts" | "issues">): readonly string[] {
  const { read, used, undated, setAside } = counts;
  const example = (code: string, column: string | null) =>
    issues.find((issue) => issue.code === code && (column === null || issue.header === column));
  const reasons = (title: string, list: typeof counts.reasons) =>
    list.map(({ code, column, rows }) => {
      const first = example(code, column);
      const where = first === undefined || first.path.length === 0 ? "" : ` ${pathText(first.path)}:`;
      return `  ${title} ${rows}: ${code}${first === undefined ? "" : `, such as${where} ${first.message}`}`;
    });
  const faults = issues.filter(({ level, row }) => level === "error" && row === null);
  const counted = new Set(counts.notes.map(({ code }) => code));
  const remarks = issues.filter(
    ({ level, row, code }) => level === "note" && row === null && !counted.has(code),
  );
  return [
    `${read} ${read === 1 ? "row" : "rows"} read: ${used - undated} used, ${undated === 0 ? "" : `${undated} without any day, `}${setAside} set aside`,
    ...faults.map(({ message }) => `  ${message}`),
    ...remarks.map(
      ({ message, header, code }) => `  ${code}${header === null ? "" : ` ${header}`}: ${message}`,
    ),
    ...reasons("set aside", counts.reasons),
    ...reasons("noted", counts.notes),
  ];
}
