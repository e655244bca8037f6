import { describe, expect, it } from "vitest";

import { toDecimal } from "../../src/number/to-decimal.js";

describe("toDecimal", () => {
  it("takes decimals over exactly and rounds fractions to 40 digits", () => {
    const long = `${"123456789".repeat(8)}.5`;
    expect(toDecimal(long).toFixed()).toBe(long);
    expect(toDecimal("+1.5").toString()).toBe("1.5");
    // Worked by hand: 66.666… to 40 digits ends in 7.
    expect(toDecimal("200/3").toString()).toBe(`66.${"6".repeat(37)}7`);
  });

  it("refuses what is no exact quantity", () => {
    expect(() => toDecimal("1/0")).toThrow('toDecimal requires an exact quantity; got "1/0"');
  });

  it("does not touch the shared constructor of decimal.js", async () => {
    const { Decimal } = await import("decimal.js");
    Decimal.set({ precision: 3 });
    expect(toDecimal("1/3").toString()).toHaveLength(42);
    expect(Decimal.precision).toBe(3);
    Decimal.set({ defaults: true });
  });
});
