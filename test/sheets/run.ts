import { parseArgs } from "node:util";

import fc from "fast-check";

import { must } from "../../src/number/invariant.js";
import { toXlsx } from "../../src/xlsx/to-xlsx.js";
import type { Solution } from "../../src/solve/answer.js";
import { ensureProgram } from "../browser/ensure-program.js";
import { answerOf, changedPlans, compared, type ReadCell, type TypedCell } from "./changed-plans.js";
import { openInHyperFormula } from "./hyperformula.js";
import { openInLibreOffice, readOpened, withTyped } from "./libreoffice.js";
import { openWorkbook } from "./open-workbook.js";
import { hasSmallNumbers } from "./small-numbers.js";
import { toldPlans } from "./told-plans.js";

// Makes workbooks of random plans, types a change of one input into each, and compares every whole number that HyperFormula
// and LibreOffice then show with the library's answer to the changed plan. `npm run test:sheets -- --plans 2000 --seed 7` for
// more. Installs LibreOffice from Debian's packages where it is missing and that can be done.

const { values } = parseArgs({
  options: { plans: { type: "string", default: "120" }, seed: { type: "string", default: "20260105" } },
});
const [plans, seed] = [Number(values.plans), Number(values.seed)];

/** So many workbooks are handed to LibreOffice at a time. */
const BATCH = 50;

interface ChangedSheet {
  readonly story: string;
  readonly bytes: Uint8Array;
  readonly typed: readonly TypedCell[];
  readonly hasDays: boolean;
  readonly after: Solution;
}

/** Changes of an input that the sheet has, with an answer before and after. */
function changedSheets(): readonly ChangedSheet[] {
  const sheets: ChangedSheet[] = [];
  // Some changes are of what the sheet has as a value, and some plans cannot be met at all.
  for (const { plan, change } of fc.sample(changedPlans(), { numRuns: plans * 3, seed })) {
    const [before, after] = [answerOf(plan), answerOf(change.plan)];
    if (before === undefined || after === undefined) continue;
    const bytes = toXlsx(before);
    const book = openWorkbook(bytes);
    const typed = change.cells(book);
    if (typed === undefined) continue;
    const story = `${change.name} in ${JSON.stringify(plan)}`;
    sheets.push({ story, bytes, typed, hasDays: book.names.has("Start"), after });
    if (sheets.length === plans) break;
  }
  return sheets;
}

/** Plans that were once wrong, as they are. */
function toldSheets(): readonly ChangedSheet[] {
  return toldPlans.map(({ story, plan }) => {
    const after = must(answerOf(plan), "the answer to a told plan");
    return { story, bytes: toXlsx(after), typed: [], hasDays: false, after };
  });
}

/** Counts what one program shows, and says what is wrong. */
function tallyOf(name: string) {
  const sums = { figures: 0, wrong: 0, checked: 0, needless: 0 };
  return {
    add: ({ story, after, hasDays }: ChangedSheet, read: ReadCell): void => {
      const { figures, wrong, isChecked } = compared(read, after, hasDays);
      const isNeedless = isChecked && hasSmallNumbers(after);
      sums.figures += figures;
      sums.wrong += wrong.length;
      sums.checked += isChecked ? 1 : 0;
      sums.needless += isNeedless ? 1 : 0;
      if (wrong.length > 0) console.error(`${name}: ${wrong.slice(0, 5).join("; ")}\n  ${story}`);
      if (isNeedless) console.error(`${name}: "check" below 10^14\n  ${story}`);
    },
    tell: (count: number): void => {
      const { figures, wrong, checked, needless } = sums;
      console.log(
        `${name}: ${count} plans, ${figures} whole numbers, ${wrong} wrong; ` +
          `${checked} say "check", ${needless} of them below 10^14`,
      );
      if (wrong > 0 || needless > 0 || figures === 0) process.exitCode = 1;
    },
  };
}

const sheets = [...toldSheets(), ...changedSheets()];
const hyperformula = tallyOf("HyperFormula");
for (const sheet of sheets) {
  const opened = openInHyperFormula(openWorkbook(sheet.bytes));
  sheet.typed.forEach(opened.type);
  hyperformula.add(sheet, opened.read);
  opened.close();
}
hyperformula.tell(sheets.length);

const program = ensureProgram("soffice", ["libreoffice-calc-nogui", "fonts-dejavu-core"]);
if (program === undefined) {
  console.error(
    "LibreOffice: there is none, and it cannot be installed here; install libreoffice-calc-nogui",
  );
  process.exitCode = 1;
} else {
  const libreoffice = tallyOf("LibreOffice");
  for (let from = 0; from < sheets.length; from += BATCH) {
    const batch = sheets.slice(from, from + BATCH);
    const opened = openInLibreOffice(
      program,
      batch.map(({ bytes, typed }) => withTyped(bytes, typed)),
    );
    batch.forEach((sheet, index) => {
      const book = opened[index];
      if (book === undefined) throw new Error(`LibreOffice does not open the workbook of ${sheet.story}`);
      libreoffice.add(sheet, readOpened(book));
    });
  }
  libreoffice.tell(sheets.length);
}
