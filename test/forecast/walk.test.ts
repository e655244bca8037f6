import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { forecast } from "../../src/forecast/forecast.js";
import { lags } from "../generators/lags.js";
import { runs } from "../laws/runs.js";
import { dateText, dayOf } from "../oracle/dates.js";
import { openUnits, walkStages } from "../oracle/in-time.js";
import type { PlainPlan } from "../oracle/plain-plan.js";
import { whole } from "../oracle/rational.js";
import { spreadOfLibrary } from "../oracle/spread.js";
import { countThrough, walk } from "../oracle/walk.js";
import type { Entry } from "../oracle/walk.js";
import { readNumber } from "../oracle/written.js";

// The oracle walks units through the stages one day and one row of a lag at a time; it shares no code with the library.

const asOf = dayOf("2026-02-11");
const end = dayOf("2026-03-31");
const names = ["lead", "demo", "proposal"];
const calendar = { holidays: ["2026-02-16/2026-02-18", "2026-03-31"] };

const stageLists = fc.tuple(
  ...names.map((stage) =>
    fc.record(
      {
        stage: fc.constant(stage),
        rate: fc.constantFrom("100%", "1/3", "20%", "0.35"),
        lag: lags(),
        lossLag: lags(),
      },
      { requiredKeys: ["stage", "rate"] },
    ),
  ),
);

const items = fc.array(
  fc.record({ entered: fc.integer({ min: asOf - 40, max: asOf }).map(dateText) }, { requiredKeys: [] }),
  { maxLength: 5 },
);
const openWork = fc.dictionary(fc.constantFrom(...names), fc.oneof(fc.nat(9), items), {
  noNullPrototype: true,
});

function planOf(funnel: PlainPlan["funnel"], open: PlainPlan["pipeline"]): PlainPlan {
  return {
    goal: { metric: "customers", amount: 10, period: "2026-Q1" },
    funnel,
    pipeline: open,
    calendar,
  } as PlainPlan;
}

interface Asked {
  readonly plan: PlainPlan;
  readonly horizon: number;
  readonly pace: Readonly<Record<string, number>>;
  readonly snapshot: object;
}

function ahead({ plan, horizon, pace, snapshot }: Asked) {
  return forecast(
    { ...plan, pipeline: undefined } as never,
    { asOf: dateText(asOf), ...snapshot },
    { horizon: dateText(horizon), pace: { perDay: pace } },
  );
}

function sameAsWalk(asked: Asked, entries: readonly Entry[], open: ReturnType<typeof openUnits>): void {
  const stages = walkStages(asked.plan.funnel, calendar, spreadOfLibrary);
  const walked = walk({ stages, entries, open, from: asOf + 1 });
  const answer = ahead(asked);
  const since = (units: Parameters<typeof countThrough>[0], day: number) =>
    String(countThrough(units, day).minus(countThrough(units, asOf)));
  for (const { on, wins } of answer.byDate)
    expect(`${on} ${String(readNumber(wins))}`).toBe(`${on} ${since(walked.wins, dayOf(on))}`);
  for (const { stage } of stages) {
    const found = answer.stages[stage];
    const units = walked.entries.get(stage) ?? new Map<number, never>();
    const before = readNumber(found?.soFar ?? "0");
    for (const { on, entries: reached } of found?.byDate ?? [])
      expect(`${stage} ${on} ${String(readNumber(reached).minus(before))}`).toBe(
        `${stage} ${on} ${since(units, dayOf(on))}`,
      );
  }
  expect(answer.pipelineHealth.overdue).toHaveLength(walked.overdue.length);
}

describe("a forecast is what a walk through the days comes to", () => {
  const horizons = fc.integer({ min: asOf + 1, max: end + 60 });

  test("for aged open work, with every kind of lag and loss", () => {
    fc.assert(
      fc.property(stageLists, openWork, horizons, (funnel, open, horizon) => {
        const plan = planOf(funnel, open);
        sameAsWalk({ plan, horizon, pace: {}, snapshot: { pipeline: open } }, [], openUnits(plan));
      }),
      runs(0.12),
    );
  });

  test("for new work at a given pace on working days", () => {
    fc.assert(
      fc.property(stageLists, fc.nat(50), horizons, (funnel, perDay, horizon) => {
        const plan = planOf(funnel, {});
        const off = [dayOf("2026-02-16"), dayOf("2026-02-17"), dayOf("2026-02-18"), end];
        const entries: Entry[] = [];
        for (let on = asOf + 1; on <= Math.max(horizon, end); on += 1) {
          const weekday = new Date(`${dateText(on)}T00:00:00Z`).getUTCDay();
          if (weekday !== 0 && weekday !== 6 && !off.includes(on))
            entries.push({ stage: "lead", on, count: whole(perDay) });
        }
        sameAsWalk({ plan, horizon, pace: { lead: perDay }, snapshot: { pipeline: {} } }, entries, []);
      }),
      runs(0.08),
    );
  });

  test("for dated entries where open work is not given: each goes on from the stage where it was seen", () => {
    const rows = fc.array(
      fc.record({ on: fc.integer({ min: asOf - 40, max: asOf }).map(dateText), count: fc.nat(30) }),
      { minLength: 1, maxLength: 6 },
    );
    fc.assert(
      fc.property(stageLists, fc.constantFrom(...names), rows, horizons, (funnel, name, dated, horizon) => {
        const plan = planOf(funnel, {});
        const stages = walkStages(plan.funnel, calendar, spreadOfLibrary);
        const alone = stages.filter(({ stage }) => stage === name);
        const entries = dated.map(({ on, count }) => ({ stage: name, on: dayOf(on), count: whole(count) }));
        const later = stages.slice(names.indexOf(name) + 1);
        const leaving = walk({ stages: alone, entries, from: asOf + 1 }).wins;
        const next = later[0]?.stage;
        const goingOn: Entry[] = [...leaving]
          .filter(([on]) => on > asOf)
          .map(([on, count]) => ({ stage: next ?? "", on, count }));
        const wins =
          next === undefined ? leaving : walk({ stages: later, entries: goingOn, from: asOf + 1 }).wins;
        const answer = ahead({ plan, horizon, pace: {}, snapshot: { entered: { [name]: dated } } });
        for (const { on, wins: found } of answer.byDate)
          expect(String(readNumber(found))).toBe(
            String(countThrough(wins, dayOf(on)).minus(countThrough(wins, asOf))),
          );
      }),
      runs(0.12),
    );
  });
});
