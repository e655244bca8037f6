/**
 * What a page pays for each import: kilobytes (of 1,000 bytes), minified and compressed with gzip,
 * dependencies included. Without a budget the size is only reported.
 */
export interface SizeLine {
  readonly code: string;
  readonly budget?: number;
}

export const sizeLines: readonly SizeLine[] = [
  // The aim is 55. Chances weigh 17, sentences, reasons and rules 20; goals for each month, earnings, renewals and units that come
  // back 11: it must come down.
  { code: `import { solve } from "reverse-funnel"`, budget: 107 },
  { code: `import { toDecimal } from "reverse-funnel"`, budget: 16 },
  { code: `import { toNumber } from "reverse-funnel"`, budget: 4 },
  { code: `import { parsePlan } from "reverse-funnel"`, budget: 33 },
  { code: `import { parseSnapshot } from "reverse-funnel"` },
  { code: `import { compile } from "reverse-funnel"` },
  { code: `import { explain } from "reverse-funnel"` },
  { code: `import { forecast } from "reverse-funnel"` },
  { code: `import { track } from "reverse-funnel"` },
  { code: `import { replan } from "reverse-funnel"` },
  { code: `import { levers } from "reverse-funnel"` },
  { code: `import { solveFor } from "reverse-funnel"` },
  { code: `import { compare } from "reverse-funnel"` },
  { code: `import { snapshot } from "reverse-funnel"` },
  { code: `import { learn } from "reverse-funnel"` },
  { code: `import * as door from "reverse-funnel"` },
  { code: `import * as door from "reverse-funnel/adapters"` },
  { code: `import * as door from "reverse-funnel/yaml"` },
  { code: `import * as door from "reverse-funnel/charts"` },
  { code: `import * as door from "reverse-funnel/report"` },
  { code: `import { toCsv } from "reverse-funnel/rows"`, budget: 1 },
  { code: `import * as door from "reverse-funnel/rows"` },
  // The aim is 15: formulas weigh 8, the parts of the package and their packing 5, sentences and exact numbers the rest.
  // A page that has `solve` already pays 15.0 more for it.
  { code: `import { toXlsx } from "reverse-funnel/xlsx"`, budget: 19 },
  { code: `import { learnCounts } from "reverse-funnel"` },
  { code: `import * as door from "reverse-funnel/sql"` },
];
