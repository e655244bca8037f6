import fc from "fast-check";
import { toXlsx } from "../../src/xlsx/to-xlsx.js";
import { answerOf, changedPlans, compared } from "./changed-plans.js";
import { openInHyperFormula } from "./hyperformula.js";
import { openWorkbook } from "./open-workbook.js";

const runs = Number(process.argv[2] ?? "200");
const seed = Number(process.argv[3] ?? "1");
let [figures, wrong, checked, changed, skipped, nodays] = [0, 0, 0, 0, 0, 0];
const t0 = Date.now();
const why = new Map<string, number>();
for (const { plan, change } of fc.sample(changedPlans(), { numRuns: runs, seed })) {
  const answer = answerOf(plan);
  const after = answerOf(change.plan);
  if (answer === undefined || after === undefined) {
    skipped++;
    continue;
  }
  const book = openWorkbook(toXlsx(answer));
  const cells = change.cells(book);
  const note = String(book.sheets.get("Plan")?.get("A3")?.value ?? "");
  why.set(note, (why.get(note) ?? 0) + 1);
  if (cells === undefined) {
    skipped++;
    continue;
  }
  changed++;
  const sheets = openInHyperFormula(book);
  for (const [sheet, each] of book.sheets)
    for (const [place, { value, formula }] of each) {
      if (formula === undefined) continue;
      const got = sheets.read(sheet, place);
      const same =
        typeof got === "number" && typeof value === "number"
          ? Math.abs(got - value) <= 1e-9 * Math.abs(value)
          : got === value;
      if (!same) {
        wrong++;
        console.log("UNCHANGED", sheet, place, value, got);
        if (wrong < 3) console.log(formula, JSON.stringify(plan));
      }
    }
  const hasDays = book.names.has("DaysPerWeek") && plan.goal.period !== null && book.names.has("Start");
  if (!hasDays) nodays++;
  for (const cell of cells) sheets.type(cell);
  const result = compared((s, p) => sheets.read(s, p), after, hasDays);
  sheets.close();
  figures += result.figures;
  if (result.isChecked) checked++;
  if (result.wrong.length > 0) {
    wrong += result.wrong.length;
    console.log(
      change.name,
      result.isChecked ? "CHECKED" : "",
      result.wrong.slice(0, 4).join("; "),
      JSON.stringify(plan),
    );
  }
}
console.log({ runs, changed, skipped, nodays, figures, wrong, checked, ms: Date.now() - t0 });
console.log(why);
