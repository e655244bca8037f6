import { describe, expect, it } from "vitest";
import { inCase, jsonOfCase } from "./case.js";

const text = async (name: string, command: string): Promise<string> =>
  (await inCase(name, command)).out.replaceAll(/\s+/g, " ");

describe("too few calls by August", () => {
  it("was what was planned, as no call can have become a customer yet; it is behind by the work, and said first", async () => {
    const told = await text("too-few-calls-by-august", "track plan.yaml --snapshot now.yaml");
    // 10 of 12 × 10% × 33 calls; 1.2 and 2.8 of 12 by hand in test/track/track.test.ts.
    expect(told).toMatch(/expected: behind\. Early warning: 10 of 102 planned by now were started at "call"/);
    expect(told).toContain("the period ends at 1.2 (9.8%) at the pace so far, and at 2.8 (23%) if the rest");
    // Eleven calls in all make twelve customers at most once in 10^12 cases: 0% at the pace so far.
    expect(told).toContain(
      "a chance of under 0.1% if the rest is done as planned, and under 0.1% at the pace so far",
    );
  });

  it("was green in CI", async () => {
    const { code, out } = await inCase("too-few-calls-by-august", "check plan.yaml --snapshot now.yaml");
    expect(code).toBe(1);
    expect(out).toContain("2 failures in 4 checks.");
  });
});

describe("a check-in on Friday", () => {
  it("kept last week's 40 calls as a hit without a date; this week's 5 of 30 are missed", async () => {
    const told = await text("friday-check-in", "scorecard plan.yaml --snapshot now.yaml");
    expect(told).toContain("0 goals hit, 1 missed.");
    expect(told).toContain("call: 5 of 30 from Mon 12 Oct 2026 to Sun 18 Oct 2026.");
  });
});

describe("habits", () => {
  it("that are beaten, 170 of 125 four weeks running, had no word said of them: raise them to 34", async () => {
    const told = await text("habit-beaten", "scorecard plan.yaml --snapshot now.yaml");
    expect(told).toContain("it is worth raising to 34 a day, the least of these");
  });

  it("that are dropped were to be lowered from 1 to 0: they are missed, and never lowered to nothing", async () => {
    const told = await text("habit-not-kept", "scorecard plan.yaml --snapshot now.yaml");
    expect(told).not.toMatch(/write 0/);
    expect(told).toMatch(/"dashboards" was missed 2 times in a row .* or drop it\./);
    // 254 calls on the 17 working days of October so far.
    expect(told).toContain("at 14.9 a day on average: write 14 from Mon 26 Oct 2026 on instead of 25");
  });
});

describe("a recent pace", () => {
  it("over 8 working days was called one of 20", async () => {
    // 75 calls on the 8 working days of 1 to 13 September without the 7th; 13 are left: 7 + 13 × 75/8 × 10%.
    const told = await text("pace-over-gaps", "forecast plan.yaml --snapshot now.yaml --pace recent:20");
    expect(told).toContain("work goes on as in the last 8 working days");
    const answer = await jsonOfCase(
      "pace-over-gaps",
      "forecast plan.yaml --snapshot now.yaml --pace recent:20",
    );
    expect(answer).toMatchObject({ paceDays: 8, atEnd: { wins: "19.1875" } });
  });

  it("of 50 quotes in 13 working days ends the month at 846,154 of 900,000", async () => {
    // 9 working days are left: 500,000 + 9 × 50/13 × 50% × 20,000; the rest as planned 500,000 + 9/22 × 900,000.
    const command = "--snapshot now.yaml --pace recent:20";
    const forecast = await jsonOfCase("run-rate", `forecast plan.yaml ${command}`);
    expect(forecast).toMatchObject({ atEnd: { amount: "11000000/13" } });
    const track = await text("run-rate", "track plan.yaml --snapshot now.yaml");
    expect(track).toContain("868,182 (96%) if the rest is done as planned");
  });
});

describe("thirteen of thirty-two", () => {
  it("was called short in conversion beside a median of 42.3%; it is within luck", async () => {
    const told = await text("thirteen-of-thirty-two", "personal plan.yaml history.yaml");
    const [, ofMia = ""] = told.split(/ Mia /);
    expect(ofMia).toContain("41%");
    expect(ofMia.split(" Rates ")[0]).not.toContain("Short in conversion");
  });
});
