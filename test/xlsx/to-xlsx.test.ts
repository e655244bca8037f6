import fc from "fast-check";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, test } from "vitest";

import { inflateRawSync } from "node:zlib";

import { parsePlan } from "../../src/plan/parse.js";
import { solve } from "../../src/solve/solve.js";
import { toXlsx } from "../../src/xlsx/index.js";
import { answerOf, changedPlans, compared } from "../sheets/changed-plans.js";
import { openInHyperFormula } from "../sheets/hyperformula.js";
import { toldPlans } from "../sheets/told-plans.js";
import { cellsIn, openWorkbook, rowOf, type OpenedWorkbook } from "../sheets/open-workbook.js";

const january = solve({
  name: "January & more",
  currency: "EUR",
  goal: { metric: "net-new-mrr", amount: 10_000, period: "2026-01" },
  deal: { value: 800, owner: "sales", upsells: [{ name: "seats", rate: "20%", value: 100 }] },
  base: { mrr: 40_000 },
  churn: { rate: "2.5%", per: "month", newCustomers: "1%" },
  buffer: "10%",
  funnel: [
    { stage: "lead", rate: "35%", owner: "marketing", activities: [{ name: "call", perUnit: 3 }] },
    { stage: "demo", rate: { won: 48, of: 120 }, owner: "sales" },
    { stage: "offer", rate: "1/3", owner: "sales" },
  ],
  calendar: { holidays: ["2026-01-01"] },
});

/** What stands beside a name in column A. */
function beside(book: OpenedWorkbook, sheet: string, name: string, column = "B"): string | number | null {
  return cellsIn(book, sheet).get(`${column}${rowOf(book, sheet, name) ?? ""}`)?.value ?? null;
}

describe("the workbook of a plan", () => {
  const book = openWorkbook(toXlsx(january));

  test("has its sheets in the order of the work", () => {
    expect([...book.sheets.keys()]).toEqual(["Plan", "Targets", "Days", "Track", "Assumptions"]);
  });

  test("gives a heading of two lines the room of two, which LibreOffice does not do by itself", () => {
    // "demo request on the day" does not fit into a column of 15 characters.
    const plan = parsePlan({
      goal: { metric: "customers", amount: 15, period: "2026-01" },
      funnel: [{ stage: "demo request", rate: "50%" }],
    });
    const days = strFromU8(unzipSync(toXlsx(solve(plan)))["xl/worksheets/sheet3.xml"] ?? new Uint8Array(0));
    expect(days).toContain('<row r="5" ht="30" customHeight="1">');
  });

  // 11,000 to win ÷ 820 ÷ 99% × 110% = 14.9; 15 ÷ 1/3 = 45, ÷ 40% = 112.5, ÷ 35% = 321.4; 21 working days.
  test("shows what the plan comes to before anything is worked out", () => {
    expect(beside(book, "Plan", "Wins to go for")).toBe(15);
    expect(["lead", "demo", "offer", "win"].map((stage) => beside(book, "Targets", stage, "G"))).toEqual([
      322, 113, 45, 15,
    ]);
    expect(["lead", "demo", "offer", "win"].map((stage) => beside(book, "Targets", stage, "I"))).toEqual([
      16, 6, 3, 1,
    ]);
    expect(beside(book, "Targets", "call", "G")).toBe(966);
    expect(beside(book, "Plan", "Working days")).toBe(21);
    expect(beside(book, "Plan", "Proved")).toBe("yes");
  });

  test("counts a rate that was counted in the numbers that the plan has", () => {
    expect(["C", "D"].map((column) => beside(book, "Plan", "demo", column))).toEqual([48, 120]);
    expect(["C", "D"].map((column) => beside(book, "Plan", "offer", column))).toEqual([1, 3]);
  });

  test("names its inputs", () => {
    const named = ["Goal", "WinAdds", "Buffer", "Wins", "Start", "End", "WorkingDays", "Holidays"];
    expect([...book.names.keys()]).toEqual(expect.arrayContaining(named));
  });

  test("is the same bytes each time", () => {
    expect(toXlsx(january)).toEqual(toXlsx(january));
  });

  test("is a zip file that other programs read", () => {
    const bytes = Buffer.from(toXlsx(january));
    expect(bytes.readUInt32LE(0)).toBe(0x04034b50);
    const start = 30 + bytes.readUInt16LE(26) + bytes.readUInt16LE(28);
    expect(inflateRawSync(bytes.subarray(start, start + bytes.readUInt32LE(18))).toString()).toContain(
      "<Types",
    );
  });
});

describe("a sheet that somebody types into", () => {
  test("has the library's numbers after a rate, the goal, a date and a value were changed", () => {
    const opened = openInHyperFormula(openWorkbook(toXlsx(january)));
    const shown = () => ["G6", "G7", "G8", "G9", "I6"].map((place) => opened.read("Targets", place));
    expect(shown()).toEqual([322, 113, 45, 15, 16]);
    const plan = openWorkbook(toXlsx(january));
    const input = (name: string): string => `B${rowOf(plan, "Plan", name) ?? ""}`;
    opened.type({ sheet: "Plan", place: input("Goal"), value: 20_000 });
    // 21,000 ÷ 820 ÷ 0.99 × 1.1 = 28.5: 29 wins, 87 offers, 217.5 demos, 621.4 leads.
    expect(shown()).toEqual([622, 218, 87, 29, 30]);
    opened.type({ sheet: "Plan", place: input("lead"), value: 0.3 });
    // 217.5 ÷ 30% = 725.
    expect(shown()).toEqual([725, 218, 87, 29, 35]);
    opened.type({ sheet: "Plan", place: input("Value of a win"), value: 1030 });
    // 21,000 ÷ 1,050 ÷ 0.99 × 1.1 = 22.2: 23 wins, 69 offers, 172.5 demos, 575 leads.
    expect(shown()).toEqual([575, 173, 69, 23, 28]);
    opened.type({ sheet: "Plan", place: input("End"), value: 46_037 });
    // 46,037 is 2026-01-15: 10 working days, and 57.5 leads a day.
    expect(shown()).toEqual([575, 173, 69, 23, 58]);
    expect(opened.read("Days", "A15")).toBe(46_037);
    expect(opened.read("Days", "D15")).toBe(575);
    expect(opened.read("Days", "A16")).toBe("");
    opened.close();
  });

  test("tells by what was done how things stand", () => {
    const opened = openInHyperFormula(openWorkbook(toXlsx(january)));
    // Through Thursday 2026-01-15, ten of 21 working days: 322 × 10 ÷ 21 = 153.3.
    opened.type({ sheet: "Track", place: "B4", value: 46_037 });
    expect(opened.read("Track", "D6")).toBe(154);
    expect(opened.read("Track", "G6")).toBe("behind");
    opened.type({ sheet: "Track", place: "E6", value: 160 });
    expect(opened.read("Track", "G6")).toBe("ahead");
    // 162 left over 11 days.
    expect(opened.read("Track", "I6")).toBe(15);
    opened.type({ sheet: "Track", place: "E6", value: 322 });
    expect(opened.read("Track", "G6")).toBe("reached");
    opened.close();
  });

  test.each(toldPlans)(
    "rounds up beyond what it is certain of, and says that it is not: $story",
    ({ plan, first }) => {
      const opened = openInHyperFormula(openWorkbook(toXlsx(solve(parsePlan(plan)))));
      expect(opened.read("Targets", "G6")).toBe(first);
      expect(opened.read("Plan", "B4")).toBe("check");
      opened.close();
    },
  );

  test("is right for any plan of one path, changed in any way, and says so", () => {
    fc.assert(
      fc.property(changedPlans(), ({ plan, change }) => {
        const [before, after] = [answerOf(plan), answerOf(change.plan)];
        if (before === undefined || after === undefined) return;
        const book = openWorkbook(toXlsx(before));
        const typed = change.cells(book) ?? [];
        const opened = openInHyperFormula(book);
        typed.forEach(opened.type);
        const { wrong } = compared(opened.read, typed.length === 0 ? before : after, book.names.has("Start"));
        opened.close();
        expect(wrong).toEqual([]);
      }),
      { numRuns: 15 },
    );
  });

  test("works out nothing but what it shows already, before anything is changed", () => {
    const book = openWorkbook(toXlsx(january));
    const opened = openInHyperFormula(book);
    for (const [sheet, cells] of book.sheets) {
      for (const [place, { value, formula }] of cells) {
        if (formula === undefined) continue;
        const shown = opened.read(sheet, place);
        // HyperFormula shows ten digits or so.
        if (typeof value === "number")
          expect(Number(shown) / (value === 0 ? 1 : value), `${sheet}!${place}`).toBeCloseTo(
            value === 0 ? 0 : 1,
            8,
          );
        else expect(shown, `${sheet}!${place}`).toBe(value);
      }
    }
    opened.close();
  });
});

describe("what a sheet cannot work out", () => {
  const lagging = solve({
    goal: { metric: "customers", amount: 6, period: "2026-02" },
    funnel: [
      { stage: "call", rate: "10%", lag: 3 },
      { stage: "demo", rate: "50%" },
    ],
  });

  test("is a value, and the sheet says why", () => {
    const book = openWorkbook(toXlsx(lagging));
    expect(book.sheets.get("Plan")?.get("A3")?.value).toBe(
      "Lags decide on which day an entry is won: totals and days are values.",
    );
    expect(book.sheets.get("Targets")?.get("G6")).toEqual({ value: lagging.targets?.path[0]?.total });
    expect(book.sheets.get("Plan")?.get("B4")).toBeUndefined();
  });

  test("still tells where things stand, by the days of the answer", () => {
    const book = openWorkbook(toXlsx(lagging));
    const opened = openInHyperFormula(book);
    const [first] = lagging.targets?.path ?? [];
    const day = first?.days[4];
    expect(day?.on).toBe("2026-02-06");
    // 46,059 is 2026-02-06, a Friday: the first five days of work are over.
    opened.type({ sheet: "Track", place: "B4", value: 46_059 });
    const done = first?.days.slice(0, 5).reduce((sum, { count }) => sum + count, 0);
    expect(opened.read("Track", "D6")).toBe(done);
    opened.close();
  });

  test("does not go stale: days of a season ask for a new solve once the totals have changed", () => {
    const seasonal = solve({
      goal: { metric: "customers", amount: 6, period: "2026-Q1" },
      funnel: [{ stage: "call", rate: "10%" }],
      calendar: { seasonality: { feb: "50%" } },
    });
    const opened = openInHyperFormula(openWorkbook(toXlsx(seasonal)));
    expect(opened.read("Days", "C6")).toBe(seasonal.targets?.path[0]?.days[0]?.count);
    const goal = "B6";
    opened.type({ sheet: "Plan", place: goal, value: 12 });
    expect(opened.read("Targets", "G6")).toBe(120);
    expect(opened.read("Days", "C6")).toBe("solve again");
    opened.close();
  });

  test("shows each person's part", () => {
    const book = openWorkbook(
      toXlsx(
        solve({
          goal: { metric: "customers", amount: 6, period: "2026-02" },
          funnel: [{ stage: "call", rate: "10%", owner: "sales" }],
          teams: { sales: { people: [{ name: "Ada" }, { name: "=Ben" }] } },
        }),
      ),
    );
    expect(beside(book, "Targets", "Ada", "G")).toBe(30);
    expect(beside(book, "Targets", "=Ben", "G")).toBe(30);
  });
});

describe("plans at the edge", () => {
  const call = { stage: "call", rate: "10%" } as const;
  const goal = { metric: "customers", amount: 4 } as const;

  test.each([
    [
      "habits alone",
      {
        goal: { metric: "customers", period: "2026-02" },
        habits: [{ name: "reading", atLeast: 3, per: "week" }],
      },
    ],
    ["nothing to win", { goal: { ...goal, amount: 0, period: "2026-02" }, funnel: [call] }],
    [
      "a base beyond the goal",
      {
        goal: { metric: "ending-mrr", amount: 100, period: "2026-02" },
        base: { mrr: 5000 },
        deal: { value: 10 },
        funnel: [call],
      },
    ],
    ["a weekend", { goal: { ...goal, period: "2026-02-07/2026-02-08" }, funnel: [call] }],
    [
      "channels",
      {
        goal: { ...goal, period: "2026-02" },
        funnel: [
          { ...call, sources: [{ channel: "web", rest: true, funnel: [{ stage: "visit", rate: "50%" }] }] },
        ],
      },
    ],
    ["open deals", { goal: { ...goal, period: "2026-02" }, funnel: [call], pipeline: { call: 3 } }],
    [
      "a rate of another stage",
      { goal: { ...goal, period: "2026-02" }, funnel: [call, { stage: "demo", sameAs: "call" }] },
    ],
    [
      "a late start",
      {
        goal: { ...goal, period: "2026-Q2" },
        workFrom: "2026-05-04",
        funnel: [call],
        calendar: { workdays: ["mon", "wed", "sat"] },
      },
    ],
    [
      "a team with limits",
      {
        goal: { ...goal, period: "2026-02" },
        funnel: [{ ...call, owner: "sales", minutes: 9 }],
        teams: { sales: { headcount: 2, minutesPerDay: 300 } },
      },
    ],
  ])("%s: the sheets show what they work out", (_, plan) => {
    const book = openWorkbook(toXlsx(solve(parsePlan(plan))));
    const opened = openInHyperFormula(book);
    const off = [...book.sheets].flatMap(([sheet, cells]) =>
      [...cells].flatMap(([place, { value, formula }]) => {
        const shown = opened.read(sheet, place);
        const isSame = typeof value === "number" ? Math.abs(Number(shown) - value) < 1e-8 : shown === value;
        return formula === undefined || isSame
          ? []
          : [`${sheet}!${place}: ${String(value)}, ${String(shown)}`];
      }),
    );
    opened.close();
    expect(off).toEqual([]);
  });
});

describe("names that could do harm", () => {
  test("stay text, whatever they begin with and hold", () => {
    const answer = solve({
      name: '=HYPERLINK("http://x")',
      goal: { metric: "customers", amount: 6, period: "2026-02" },
      funnel: [{ stage: '<b>&"\u0001', rate: "10%" }],
    });
    const book = openWorkbook(toXlsx(answer));
    expect(book.sheets.get("Plan")?.get("A1")).toEqual({ value: '=HYPERLINK("http://x")' });
    expect(book.sheets.get("Targets")?.get("A6")).toEqual({ value: '<b>&"\uFFFD' });
  });
});

test("an answer without targets, and what is no answer, is refused", () => {
  const never = solve({
    goal: { metric: "customers", amount: 6, period: "2026-02" },
    funnel: [{ stage: "call", rate: "0%" }],
  });
  expect(() => toXlsx(never)).toThrow("toXlsx requires an answer with targets; got one without");
  // @ts-expect-error -- from JavaScript anything can be handed over.
  expect(() => toXlsx({})).toThrow("toXlsx requires an answer of solve; got something else");
});
