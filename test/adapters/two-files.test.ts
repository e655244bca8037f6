import { describe, expect, it } from "vitest";
import { fromCsv } from "../../src/adapters/from-csv.js";

// Leads in one file, wins in another, joined by id: all rows of both were set aside, because each lacked a column of the other.
const leads = "mql_id,first_contact,origin\na,2026-01-05,web\nb,2026-01-06,mail\nc,2026-01-07,web\n";
const wins = "mql_id,won_date,rep\nb,2026-02-01,Ana\n";
const columns = { id: "mql_id", created: "first_contact", channel: "origin", won: "won_date", owner: "rep" };
const options = { funnel: ["lead"], createdIn: "lead", columns } as const;

describe("two files of different columns", () => {
  it("are joined by their ids", () => {
    const { journeys, counts, issues } = fromCsv([leads, wins], options);
    expect(counts).toMatchObject({ read: 4, used: 4, setAside: 0 });
    expect(issues.filter(({ level }) => level === "error")).toEqual([]);
    expect(
      journeys.map(({ id, state, closed, owner, channel }) => [id, state, closed, owner, channel]),
    ).toEqual([
      ["a", "open", null, null, "web"],
      ["b", "won", "2026-02-01", "Ana", "mail"],
      ["c", "open", null, null, "web"],
    ]);
    expect(journeys[1]?.steps).toEqual([{ stage: "lead", on: "2026-01-06" }]);
  });

  it("give the same in either order", () => {
    expect(fromCsv([wins, leads], options).journeys).toEqual(fromCsv([leads, wins], options).journeys);
  });

  it("must have each named column in one of them", () => {
    const { issues } = fromCsv([leads, wins], { ...options, columns: { ...columns, value: "worth" } });
    expect(issues.filter(({ level }) => level === "error").map(({ message }) => message)[0]).toContain(
      '"worth"',
    );
  });

  it("are no excuse for one file that lacks a column", () => {
    const { counts } = fromCsv(leads, options);
    expect(counts).toMatchObject({ used: 0, setAside: 3 });
  });
});
