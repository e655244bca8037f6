import { describe, expect, it } from "vitest";
import { isMapping, migrateMapping } from "../../src/adapters/migrate-mapping.js";
import { safeParseMapping } from "../../src/adapters/parse-mapping.js";
import { migrate } from "../../src/plan/migrate.js";

const OLD = { crm: "hubspot", funnel: ["demo"], pipeline: "New", columns: { pipeline: "Board", log: null } };

describe("migrateMapping", () => {
  it("renames the old key and leaves the column of the same name", () => {
    expect(migrateMapping(OLD)).toEqual({
      ...{ crm: "hubspot", funnel: ["demo"], crmPipeline: "New" },
      columns: { pipeline: "Board", log: null },
    });
  });

  it("is what the issue about an old key asks for", () => {
    const old = { columns: { id: "Deal" }, pipeline: ["New"] };
    const { error } = safeParseMapping(old);
    expect(error?.issues.map(({ code, message }) => [code, message])).toEqual([
      [
        "key.renamed",
        'expected the key "crmPipeline", but got "pipeline": it is called crmPipeline now; reverse-funnel migrate rewrites old files.',
      ],
    ]);
    expect(safeParseMapping(migrateMapping(old)).success).toBe(true);
  });

  it("gives back what has no old words, and what is no plain data", () => {
    expect(migrateMapping({ crmPipeline: "New", stages: { pipeline: null } })).toEqual({
      ...{ crmPipeline: "New", stages: { pipeline: null } },
    });
    const odd = { pipeline: () => 1 };
    expect(migrateMapping(odd)).toBe(odd);
  });

  it.each([
    ["a mapping with stages", { funnel: ["demo"], stages: { Demo: "demo" } }, true],
    ["a mapping of the old words", { pipeline: "New" }, true],
    ["a plan", { goal: {}, funnel: [{ stage: "demo" }], pipeline: { demo: 3 } }, false],
    ["the funnel of a plan alone", { funnel: [{ stage: "demo" }] }, false],
    ["open work alone", { pipeline: { demo: 3 } }, false],
    ["a snapshot", { asOf: "2026-01-14", pipeline: { demo: 3 } }, false],
    ["an empty file", {}, false],
    ["a list", [], false],
  ])("knows whether %s is a mapping", (_, data, is) => {
    expect(isMapping(data)).toBe(is);
    if (!is) expect(migrate(data)).toEqual(data);
  });
});
