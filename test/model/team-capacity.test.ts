import { describe, expect, it } from "vitest";
import { compileCalendar } from "../../src/calendar/working-days.js";
import { compileTeam, strength } from "../../src/model/team-capacity.js";
import { multiply, ratio, sum } from "../../src/number/ratio.js";
import { encodeExact } from "../../src/number/exact-string.js";
import { parseWrittenDay } from "../../src/plan/dates.js";

/** Monday to Friday without short days. */
const FULL = compileCalendar({ workdays: [0, 1, 2, 3, 4], holidays: [], seasonality: {} }).shares;

const everyone = (count: number, person: object) =>
  Array.from({ length: count }, (_, index) => ({ name: `${JSON.stringify(person)} ${index}`, ...person }));

describe("what a team can do on a day", () => {
  // Published: MetricKit, "Sales capacity planning guide": 7 × $150k × 85% + 3 × $150k × 40% = $1.0725M.
  it("is the ramped people and those who ramp, each by a share: 7 at 85% and 3 at 40% of 150,000 are 1,072,500", () => {
    const people = [...everyone(7, { fte: "85%" }), ...everyone(3, { ramp: { months: ["40%"] } })];
    const from = parseWrittenDay("2026-01-05");
    const team = compileTeam("sales", { people }, [from], FULL, from);
    expect(encodeExact(multiply(strength(team, 0), ratio(150_000)))).toBe("1072500");
  });

  // Published: T. Tunguz, "Hiring for Bookings Capacity": a ramp of 0, 0, 25, 50, 75, 100% over six months, after 90
  // days of hiring: 270 days until a hire is worth a full person; 70% of a quota of 750,000 is 525,000.
  it("follows a ramp month by month: 0, 0, 25, 50, 75 and 100%, full 270 days after the search began", () => {
    const days = ["04", "05", "06", "07", "08", "09"].map((month) => parseWrittenDay(`2026-${month}-01`));
    const ramp = { months: ["0%", "0%", "25%", "50%", "75%"] };
    const person = { name: "hire", starts: "2026-04-01", ramp, fte: "70%" } as const;
    const team = compileTeam("sales", { people: [person] as never }, days, FULL, days[0] ?? 0);
    const capacity = days.map((_, day) => encodeExact(multiply(strength(team, day), ratio(750_000))));
    expect(capacity).toEqual(["0", "0", "131250", "262500", "393750", "525000"]);
    const inRamp = sum(days.map((_, day) => strength(team, day)));
    expect(encodeExact(inRamp)).toBe("1.75");
  });

  it("is nothing before a start, after leaving and on days off", () => {
    const days = ["2026-01-05", "2026-01-06", "2026-01-07", "2026-01-08", "2026-01-09"].map(parseWrittenDay);
    const person = { name: "Ana", starts: "2026-01-06", leaves: "2026-01-08", absences: ["2026-01-07"] };
    const { parts } = compileTeam("sales", { people: [person] }, days, FULL, days[0] ?? 0);
    expect(parts).toEqual([0, 1, 0, 1, 0]);
  });

  it("leaves out busy minutes, down to none", () => {
    const minutes = (busy: number) =>
      compileTeam("sales", { headcount: 1, minutesPerDay: 60, overheadMinutesPerDay: busy }, [0], FULL, 0)
        .minutes;
    expect(minutes(20)).toEqual(ratio(40));
    expect(minutes(80)).toEqual(ratio(0));
  });
});
