import { expect, it, vi } from "vitest";
import { parseDocument, type YAMLMap } from "yaml";
import { valuesCutByCommas } from "../../src/yaml/commas.js";

it("puts a value of many pieces together once, not at every piece anew", () => {
  // 60 kB of `{ amount: 1,1,1,… }` took ten seconds. Counted: how often pieces are joined.
  const joins = (pieces: number): number => {
    const { contents } = parseDocument(`{ amount: ${new Array(pieces).fill("1").join(",")} }`, {
      uniqueKeys: false,
    });
    const join = vi.spyOn(Array.prototype, "join");
    valuesCutByCommas(contents as YAMLMap);
    const count = join.mock.calls.length;
    join.mockRestore();
    return count;
  };
  expect(joins(2000)).toBe(joins(20));
});
