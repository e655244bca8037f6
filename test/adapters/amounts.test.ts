import { describe, expect, it } from "vitest";
import { fromRows } from "../../src/adapters/from-rows.js";
import type { Mapping } from "../../src/adapters/mapping.js";

const columns = { id: "deal", created: "date", value: "amount", probability: "chance", currency: "money" };

function read(values: readonly unknown[], options: Mapping<"demo"> = {}) {
  const rows = values.map((amount, index) => ({ deal: `d${index}`, date: "2026-01-05", amount }));
  return fromRows(rows, {
    funnel: ["demo"],
    ...options,
    columns: { id: "deal", created: "date", value: "amount" },
  });
}

const values = (list: readonly unknown[], options: Mapping<"demo"> = {}) =>
  read(list, options).journeys.map(({ value }) => value);

// Each text is an amount as a spreadsheet of that country shows it.
describe("amounts in a column", () => {
  it("reads every grouping", () => {
    expect(values(["1,234.50", "1,00,000", "12,34,567.5"])).toEqual(["1234.5", "100000", "1234567.5"]);
    expect(values(["1.234,50", "1.000", "12,5"])).toEqual(["1234.5", "1000", "12.5"]);
    expect(values(["1'234.50", "$1 234.50", "EUR 5", "(12.00)", "1e3"])).toEqual([
      "1234.5",
      "1234.5",
      "5",
      null,
      "1000",
    ]);
  });

  it("lets one clear amount decide the unclear ones of its column, and takes a lone mark before three digits as grouping", () => {
    expect(values(["1,234", "0.5"])).toEqual(["1234", "0.5"]);
    expect(values(["1.234", "0.5"])).toEqual(["1.234", "0.5"]);
    expect(values(["1.234"])).toEqual(["1234"]);
    expect(values(["1.234"], { decimal: "." })).toEqual(["1.234"]);
  });

  it("keeps a number of an API exactly as it is", () => {
    expect(values([1.234, 1234.5, 0])).toEqual(["1.234", "1234.5", "0"]);
  });

  it("leaves an unreadable or negative amount out, and says so of a row that is used", () => {
    const { counts, journeys, issues } = read(["tbd", "-5", ""]);
    expect(journeys.map(({ value }) => value)).toEqual([null, null, null]);
    expect(counts).toMatchObject({ read: 3, used: 3, setAside: 0 });
    expect(issues.map(({ code, level }) => [code, level])).toEqual([
      ["value.unreadable", "note"],
      ["value.negative", "note"],
    ]);
  });

  it("reads probabilities as shares of one, or of a hundred as soon as one exceeds one", () => {
    const chances = (list: readonly string[]) =>
      fromRows(
        list.map((chance, deal) => ({ deal, date: "2026-01-05", chance })),
        { funnel: ["demo"], columns: { id: "deal", created: "date", probability: "chance" } },
      ).journeys.map(({ probability }) => probability);
    expect(chances(["0.2", "1"])).toEqual(["0.2", "1"]);
    expect(chances(["20", "1"])).toEqual(["0.2", "0.01"]);
    expect(chances(["20%", "50 %"])).toEqual(["0.2", "0.5"]);
  });

  it("keeps currencies apart and says that there are several", () => {
    const rows = ["EUR", "usd"].map((money, deal) => ({
      deal,
      date: "2026-01-05",
      amount: 5,
      money,
      chance: "",
    }));
    const { journeys, issues } = fromRows(rows, { funnel: ["demo"], columns });
    expect(journeys.map(({ currency }) => currency)).toEqual(["EUR", "USD"]);
    expect(issues.map(({ code, row }) => [code, row])).toEqual([["currency.mixed", null]]);
  });
});
