import { HyperFormula } from "hyperformula";
import { describe, expect, test } from "vitest";

import { cellAt, roundedUp, UNKNOWN } from "../../src/xlsx/exact-formulas.js";

/** What a sheet shows for a quotient whose whole numbers are not known any more. */
function shownFor(quotient: string): unknown {
  const unknown = cellAt(`"${UNKNOWN}"`, null);
  const made = roundedUp({ num: unknown, den: unknown }, quotient);
  const engine = HyperFormula.buildFromArray([[`=${made}`]], { licenseKey: "gpl-v3", smartRounding: false });
  try {
    return engine.getCellValue({ sheet: 0, row: 0, col: 0 });
  } finally {
    engine.destroy();
  }
}

describe("a quotient of decimals is rounded up", () => {
  test.each([
    ["whole", "12/4", 3],
    // 0.1 × 3 is 0.30000000000000004 in floating point, and 0.7 × 10.1 ÷ 7.07 is 0.9999999999999999.
    ["whole but for noise above it", "0.1*3*10", 3],
    ["whole but for noise below it", "0.7*10.1/7.07", 1],
    ["above a whole number by twice the noise", "3*(1+0.0000000000001)", 4],
    ["above one by half the noise", "3*(1+0.00000000000002)", 3],
    ["next to nothing", "0.000000000000001", 1],
    ["none", "0*5", 0],
    ["of 13 digits", "1238692133805.89", 1_238_692_133_806],
    // Noise reaches up to 0.5 here: the nearest whole number is as good as any.
    ["where tenths are noise", "9999999999999.4", 9_999_999_999_999],
  ])("%s: %s", (_, quotient, whole) => {
    expect(shownFor(quotient)).toBe(whole);
  });

  test("without ROUNDUP, of which LibreOffice keeps 12 digits: it made …810 of 1,238,692,133,805.89", () => {
    const fraction = { num: cellAt("A1", null), den: cellAt("B1", null) };
    expect(roundedUp(fraction, "C1")).not.toContain("ROUNDUP");
  });
});
