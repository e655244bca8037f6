import ICAL from "ical.js";
import { describe, expect, test } from "vitest";

import { inWorld } from "./world.js";

// Six customers at 10% in twenty working days take 60 calls, three a day.
const plan = `goal: { metric: customers, amount: 6, period: 2026-01-05/2026-01-30 }
funnel:
  - { stage: call, rate: 10%, owner: sales }
`;
const files = { "plan.yaml": plan, "now.yaml": "asOf: 2026-01-09\nentered: { call: 12 }\n" };

describe("targets", () => {
  test("prints rows as text", async () => {
    const { code, out } = await inWorld(["targets", "plan.yaml", "--by", "month"], { files });
    expect(code).toBe(0);
    expect(out).toContain("Thu 1 Jan  Sat 31 Jan  sales  call       60");
  });

  test("writes what the file's ending says", async () => {
    const csv = await inWorld(["targets", "plan.yaml", "--by", "month", "-o", "targets.csv"], { files });
    expect(csv.files.get("targets.csv")).toBe(
      "from,to,team,person,kind,stage,activity,channel,target,done,left\r\n" +
        "2026-01-01,2026-01-31,sales,,work,call,,,60,,\r\n" +
        "2026-01-01,2026-01-31,,,win,win,,,6,,\r\n",
    );
    const ics = await inWorld(["targets", "plan.yaml", "-o", "plan.ics", "--team", "sales"], { files });
    const calendar = new ICAL.Component(ICAL.parse(ics.files.get("plan.ics") ?? "") as never);
    // One last day to start, four milestones, four check-ins.
    expect(calendar.getAllSubcomponents("vevent")).toHaveLength(9);
  });

  test("says what was done, and what is left", async () => {
    const { out } = await inWorld(
      ["targets", "plan.yaml", "--by", "month", "--snapshot", "now.yaml", "--json"],
      { files },
    );
    expect((JSON.parse(out) as unknown[])[0]).toMatchObject({ target: 60, done: "12", left: "48" });
  });

  test.each([
    [["-o", "targets.pdf"], "no targets are written as .pdf; known are text, csv, xlsx, ics"],
    [["--format", "cvs"], 'there is no format "cvs"; did you mean csv?'],
    [["--by", "moth"], 'there is no --by "moth"; did you mean month?'],
    [["--json", "--format", "csv"], "--json does not go with --format csv"],
  ])("refuses %j", async (words, message) => {
    const { code, err } = await inWorld(["targets", "plan.yaml", ...words], { files });
    expect(code).toBe(2);
    expect(err).toContain(message);
  });
});

describe("--format csv of other verbs", () => {
  test("prints the first table, and names the others", async () => {
    const { out, err } = await inWorld(["solve", "plan.yaml", "--format", "csv"], { files });
    expect(out.split("\r\n")[0]).toBe("Step,Amount (customers),Wins");
    expect(err).toContain('with --table also "What must enter, by stage", "Milestones"');
  });

  test("prints the table that is asked for, its numbers and dates as programs read them", async () => {
    const large = plan.replace("amount: 6", "amount: 6000");
    const { out, err } = await inWorld(["solve", "plan.yaml", "--format", "csv", "--table", "milestones"], {
      files: { "plan.yaml": large },
    });
    // 3,000 calls and 300 wins a day.
    expect(out).toContain("2026-01-09,15000,1500\r\n");
    expect(err).toBe("");
  });

  test("says which tables there are", async () => {
    const { code, err } = await inWorld(["solve", "plan.yaml", "--format", "csv", "--table", "milestone"], {
      files,
    });
    expect(code).toBe(2);
    expect(err).toContain('there is no table "milestone"; did you mean "Milestones"?');
  });
});
