import { describe, expect, it } from "vitest";
import { fromActivityLog } from "../../src/adapters/from-activity-log.js";

describe("fromActivityLog", () => {
  it("adds up lines of one day, work and person, and takes a line without a count as one", () => {
    const log =
      "Date;Activity;Count;Person\n31.01.2026;Call;12;Ana\n31.01.2026;Call;3;Ana\n30.01.2026;Demo;;Ben\n";
    expect(fromActivityLog(log, { activities: { Demo: "demo request" } }).entries).toEqual([
      { on: "2026-01-30", activity: "demo request", count: 1, by: "Ben" },
      { on: "2026-01-31", activity: "Call", count: 15, by: "Ana" },
    ]);
  });

  it("reads objects, and Pipedrive's activities by their headers", () => {
    expect(fromActivityLog([{ date: "2026-01-05", stage: "demo", count: 2 }]).entries).toEqual([
      { on: "2026-01-05", activity: "demo", count: 2, by: null },
    ]);
    const pipedrive =
      "Activity - Type,Activity - Due date,Activity - Assigned to user\nCall,2026-01-05,Ana\n";
    expect(fromActivityLog(pipedrive).entries).toEqual([
      { on: "2026-01-05", activity: "Call", count: 1, by: "Ana" },
    ]);
  });

  it("accounts for every row, with what is wrong in it", () => {
    const log =
      "date,activity,count\n2026-01-05,,1\n,call,1\nsoon,call,1\n2026-01-05,call,-3\n2026-01-05,call,2.5\n2026-01-05,call,2\n";
    const { counts, issues } = fromActivityLog(log);
    expect(counts).toMatchObject({ read: 6, used: 1, setAside: 5 });
    expect(issues.map(({ code, row }) => [code, row])).toEqual([
      ["activity.missing", 2],
      ["date.missing", 3],
      ["date.invalid", 4],
      ["count.invalid", 5],
      ["count.invalid", 6],
    ]);
  });

  it("says which column is missing", () => {
    const { issues, counts } = fromActivityLog("day of work,what\n2026-01-05,call\n");
    expect(issues[0]).toMatchObject({ code: "column.missing", header: "on" });
    expect(counts).toMatchObject({ read: 1, setAside: 1 });
  });
});
