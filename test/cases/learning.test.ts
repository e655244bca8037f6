import { describe, expect, it } from "vitest";
import { inCase } from "./case.js";

describe("a report that says only Closed Lost", () => {
  // 1,000 decided deals: 200 won, 800 lost, all lost ones without the stage in which that happened.
  const day = (number: number): string => `${(number % 12) + 1}/${(number % 28) + 1}/2025`;
  const decided = Array.from({ length: 1000 }, (_, index) => {
    const stage = index % 5 === 4 ? "Closed Won" : "Closed Lost";
    return `006${String(index).padStart(12, "0")},Opp ${index},${stage},1000,1/1/2025,${day(index)}`;
  });
  const open = ["Discovery", "Proposal", "Negotiation"].map(
    (stage, index) => `00699999999999${index},Open ${index},${stage},1000,12/20/2025,3/1/2026`,
  );
  const header = "Opportunity ID,Opportunity Name,Stage,Amount,Created Date,Close Date";
  const file = (rows: readonly string[]) => ({ "report.csv": [header, ...rows, ""].join("\n") });
  const command = "learn report.csv --crm salesforce --plan plan.yaml --write";

  it("learned 20.2%, 99.5% and 99.5% of it and wrote them; now it knows the overall rate only", async () => {
    const { out, files } = await inCase("lost-at-an-unknown-stage", command, file([...decided, ...open]));
    const { files: before } = await inCase("lost-at-an-unknown-stage", "solve plan.yaml");
    expect(files.get("plan.yaml")).toBe(before.get("plan.yaml"));
    expect(out).toContain("All stages together: 200 of 1,000 won, 20%");
    // Lowest: all 800 fall here, 202 / (202 + 800) = 20.2%; highest: none does.
    expect(out).toContain("rate not known, between 20% and 100%");
  });

  it("says the same of the stages without the three open rows", async () => {
    const { out } = await inCase("lost-at-an-unknown-stage", command, file(decided));
    expect(out).toContain("All stages together: 200 of 1,000 won, 20%");
    // 200 / (200 + 800), in each of the three stages.
    expect(out.match(/between 20% and 100%/g)).toHaveLength(3);
    expect(out).toContain("Nothing to change");
  });
});

describe("an export of wins only", () => {
  it("teaches no rate: 100% was learned, and open deals of no day were called used", async () => {
    const { out } = await inCase("wins-only-export", "learn deals.csv --map map.yaml --plan plan.yaml");
    expect(out).toContain("8 rows read: 4 used, 4 without any day, 0 set aside");
    expect(out.match(/rate not known/g)).toHaveLength(2);
    expect(out).toContain("Nothing to change");
  });
});

describe("stages without days", () => {
  it("teach no lag, and the value's column is named with the field that it looks like", async () => {
    const { out } = await inCase(
      "no-stage-dates",
      "learn opportunities.csv --crm salesforce --plan plan.yaml --write",
    );
    expect(out).toContain('it looks like the value; if it is, say columns: { value: "Deal Value" }');
    expect(out.match(/"Deal Value"; |"Deal Value": it looks/g)).toHaveLength(1);
    expect(out).not.toContain("half within");
    expect(out).not.toMatch(/\.lag: /);
  });
});

describe("a history seen as of February", () => {
  const learn = "--map map.yaml --plan plan.yaml --as-of 2026-02-28";

  it("knows nothing of a win that was cancelled in May: 2 of 3 and 1 of 2, as in the file cut by hand", async () => {
    const [whole, cut] = await Promise.all([
      inCase("seen-as-of-february", `learn history.csv ${learn}`),
      inCase("seen-as-of-february", `learn asof.csv ${learn}`),
    ]);
    const learned = (text: string) => text.slice(text.indexOf("History through"));
    expect(learned(whole.out)).toBe(learned(cut.out));
    expect(cut.out).toContain("Demo: 2 of 3 went on, 1 lost, 0 open");
    expect(cut.out).toContain("Proposal: 1 of 2 went on, 1 lost, 0 open");
  });
});

describe("0000-00-00 for never", () => {
  it("is an empty date: the row was set aside, and is read as in the file without the zeros", async () => {
    const learn = "--crm pipedrive --plan plan.yaml --as-of 2019-08-20";
    const zeros = await inCase("zero-dates", `learn deals.csv ${learn}`);
    const clean = await inCase("zero-dates", `learn deals-clean.csv ${learn}`);
    expect(zeros.out).toBe(clean.out);
    expect(zeros.out).toContain("4 rows read: 4 used, 0 set aside");
  });
});

describe("amounts in the company's currency", () => {
  it("are not converted a second time: 11,000 + 5,000 + 13,000 has a mean of 9,666.67, not 5,728", async () => {
    for (const map of ["map", "map2"]) {
      const { out } = await inCase("company-currency", `learn deals.csv --map ${map}.yaml --plan plan.yaml`);
      expect(out).toContain("3 wins with a value: mean 9,667");
      expect(out).toContain("becomes 9,666.67");
    }
  });

  it("ask for their own currency where nobody said it", async () => {
    const { out } = await inCase("company-currency", "learn deals.csv --map map.yaml --plan plan.yaml");
    expect(out).toContain("say valueIn: USD");
  });
});

describe("a report without ids", () => {
  const base = "crm: salesforce\ncolumns: { value: Total Amount, currency: Total Amount Currency";

  it("counts each row as a deal, and says so", async () => {
    const { out } = await inCase("report-without-ids", "learn report.csv --map none.yaml --plan plan.yaml", {
      "none.yaml": `${base} }\n`,
    });
    expect(out).toContain("each row counts as a deal of its own");
    expect(out).toContain("5 deals");
  });

  it("takes an id of several columns where the name alone merged two deals", async () => {
    const several = `${base}, id: [Account Name, Opportunity Name, Created Date] }\n`;
    const { out } = await inCase("report-without-ids", "learn report.csv --map ids.yaml --plan plan.yaml", {
      "ids.yaml": several,
    });
    expect(out).toContain("5 deals");
    const merged = await inCase("report-without-ids", "learn report.csv --map map.yaml --plan plan.yaml");
    expect(merged.out).toContain("4 deals");
    expect(merged.out).toContain("deal.repeated");
  });
});

describe("two columns of one name, and two of one stage", () => {
  it("stay right: the first is read, and both spellings are one stage", async () => {
    const { out } = await inCase("merged-stages", "learn deals.csv --map map.yaml --plan plan.yaml");
    expect(out).toContain("column.repeated Amount");
    expect(out).toContain("Demo: 1 of 3 went on, 1 lost, 1 open");
    expect(out).toContain("1 win with a value: mean 1,000");
  });
});
