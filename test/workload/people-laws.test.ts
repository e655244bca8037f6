import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PlanInput } from "../../src/plan/plan.js";
import { solve } from "../../src/solve/solve.js";
import type { Targets } from "../../src/solve/answer.js";
import type { ActivityTarget } from "../../src/workload/activity-target.js";
import { runs } from "../laws/runs.js";
import { Rational, whole, ZERO } from "../oracle/rational.js";
import { readNumber } from "../oracle/written.js";

/*
 * The laws of work that is dealt to people, on whole plans: people who come, go, are away, work part of the day and ramp up,
 * months with more and less work. Who is there on which day is worked out anew here, from the words of the plan.
 */

type Person = NonNullable<NonNullable<PlanInput["teams"]>[string]["people"]>[number];

const YEAR = 2026;
const DAYS = Array.from({ length: 181 }, (_, day) => isoOf(Date.UTC(YEAR, 0, 1 + day)));
const WORKDAYS = DAYS.filter((day) => ![0, 6].includes(new Date(day).getUTCDay()));
const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun"];
const MINUTES_PER_DAY = 300;

function isoOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

const percent = (text: string): Rational => new Rational(BigInt(text.slice(0, -1)), 100n);

/** What a person's day holds, as a share of a full one. */
function partOn(person: Person, day: string): Rational {
  const { starts = DAYS[0] ?? "", leaves = "9999-12-31", absences = [], ramp, fte = "100%" } = person;
  const away = absences.some((range) => {
    const [first = "", last = ""] = (range as string).split("/");
    return first <= day && day <= last;
  });
  if (day < starts || day > leaves || away) return ZERO;
  const begin = new Date(starts);
  const months = (ramp?.months ?? []) as readonly string[];
  // The first month runs to the day before the same day of the next one.
  const month = months.findIndex(
    (_, index) => day < isoOf(Date.UTC(YEAR, begin.getUTCMonth() + index + 1, begin.getUTCDate())),
  );
  const share = percent(fte as string);
  return month < 0 ? share : share.times(percent(months[month] ?? ""));
}

const days = fc.constantFrom(...DAYS.filter((day) => Number(day.slice(8)) <= 28));
const person = fc
  .record({
    starts: fc.option(days, { nil: undefined }),
    leaves: fc.option(days, { nil: undefined }),
    absences: fc.array(
      fc.tuple(days, fc.integer({ min: 0, max: 40 })).map(([first, more]) => {
        return `${first}/${isoOf(Date.parse(first) + more * 86_400_000)}`;
      }),
      { maxLength: 3 },
    ),
    fte: fc.constantFrom("100%", "100%", "80%", "50%"),
    ramp: fc.option(fc.constant({ months: ["25%", "50%", "75%"] }), { nil: undefined }),
  })
  .filter(({ starts, leaves }) => starts === undefined || leaves === undefined || starts <= leaves);

const season = fc.constantFrom("10%", "50%", "100%", "100%", "150%");

/** A plan of one team: somebody is always there, whoever else comes and goes; sometimes two are alike. */
const staffed = fc
  .record({
    others: fc.array(person, { maxLength: 4 }),
    twins: fc.boolean(),
    seasons: fc.array(season, { minLength: MONTHS.length, maxLength: MONTHS.length }),
    amount: fc.integer({ min: 1, max: 900 }),
    rate: fc.constantFrom("20%", "35%", "100%"),
    minutes: fc.array(fc.integer({ min: 5, max: 240 }), { minLength: 2, maxLength: 2 }),
    perUnit: fc.constantFrom("1", "1.5", "3"),
    open: fc.integer({ min: 0, max: 40 }),
  })
  .map(({ others, twins, seasons, amount, rate, minutes: [first = 5, second = 5], perUnit, open }) => {
    const last = twins ? others.slice(-1) : [];
    const people = [{}, ...others, ...last].map((each, index): Person => ({ name: `p${index}`, ...each }));
    const plan: PlanInput = {
      goal: { metric: "customers", amount, period: `${YEAR}-01-01/${YEAR}-06-30` },
      funnel: [
        { stage: "call", rate, owner: "sales", activities: [{ name: "call", minutes: first, perUnit }] },
        { stage: "visit", rate, owner: "sales", minutes: second },
      ],
      deal: { owner: "sales", activities: [{ name: "onboarding", perUnit }] },
      pipeline: { visit: open },
      calendar: {
        seasonality: Object.fromEntries(MONTHS.map((month, index) => [month, seasons[index] ?? ""])),
      },
      teams: { sales: { minutesPerDay: MINUTES_PER_DAY, people } },
    };
    return { plan, people, twins: last.length > 0, seasons, kinds: [first, second] };
  });

/** What everybody has done of an activity by the end of each working day, whole units. */
function doneBy({ people }: ActivityTarget): number[][] {
  return people.map((each) => {
    const counts = new Map(each.days.map(({ on, count }) => [on, count]));
    let done = 0;
    return WORKDAYS.map((day) => (done += counts.get(day) ?? 0));
  });
}

function targetsOf(plan: PlanInput): Targets {
  const { targets } = solve(plan, { fixes: false, chance: false });
  if (targets === null) throw new Error("a plan without blocked stages has targets");
  return targets;
}

describe("work dealt to people who come, go, are away and ramp up, in busy and quiet months", () => {
  it("never leaves anybody a whole unit from their claim, on any day", () => {
    const law = fc.property(staffed, ({ plan, people }) => {
      const parts = people.map((each) => WORKDAYS.map((day) => partOn(each, day)));
      for (const activity of targetsOf(plan).activities) {
        const counts = new Map(activity.days.map(({ on, count }) => [on, count]));
        const done = doneBy(activity);
        const claims = people.map(() => ZERO);
        WORKDAYS.forEach((day, index) => {
          const there = parts.map((own) => own[index] ?? ZERO);
          const all = there.reduce((total, part) => total.plus(part), ZERO);
          const units = whole(counts.get(day) ?? 0);
          there.forEach((part, who) => {
            if (part.compare(ZERO) > 0) claims[who] = (claims[who] ?? ZERO).plus(units.times(part).over(all));
            const claim = claims[who] ?? ZERO;
            const has = BigInt(done[who]?.[index] ?? 0);
            expect(has >= claim.floor() && has <= claim.ceiling()).toBe(true);
          });
        });
      }
    });
    fc.assert(law, runs(0.2));
  });

  it("adds up: people to the team's day, days and weeks to each person's total, all to the activity's total", () => {
    const law = fc.property(staffed, ({ plan }) => {
      const sum = (list: readonly { readonly count: number }[]) =>
        list.reduce((total, { count }) => total + count, 0);
      for (const { total, days: ofTeam, people } of targetsOf(plan).activities) {
        expect(sum(ofTeam)).toBe(total);
        for (const each of people)
          expect([sum(each.days), sum(each.weeks)]).toEqual([each.total, each.total]);
        for (const { on, count } of ofTeam) {
          const shares = people.flatMap((each) => each.days.filter((day) => day.on === on));
          expect(sum(shares)).toBe(count);
        }
      }
    });
    fc.assert(law, runs(0.2));
  });

  it("gives people who are there alike the same, one unit more or less, on every day", () => {
    const law = fc.property(
      staffed.filter(({ twins }) => twins),
      ({ plan }) => {
        for (const activity of targetsOf(plan).activities) {
          const [one = [], other = []] = doneBy(activity).slice(-2);
          one.forEach((done, day) => {
            expect(Math.abs(done - (other[day] ?? 0))).toBeLessThanOrEqual(1);
          });
        }
      },
    );
    fc.assert(law, runs(0.2));
  });

  it("asks nobody for more than their own minutes and two units of each kind, where level effort fits on each day", () => {
    // Level effort asks each day for the same share of what the team can do, times the month's weight. A week fits where
    // its busiest month does.
    let judged = 0;
    const law = fc.property(staffed, ({ plan, people, seasons, kinds }) => {
      const targets = targetsOf(plan);
      const weights = WORKDAYS.map((day) => percent(seasons[Number(day.slice(5, 7)) - 1] ?? ""));
      const strength = WORKDAYS.map((day) =>
        people.reduce((total, each) => total.plus(partOn(each, day)), ZERO),
      );
      const level = targets.activities.reduce((asked, { stage }, index) => {
        const units = readNumber(targets.stages[stage]?.exact ?? "0");
        const perUnit = plan.funnel[index]?.activities?.[0]?.perUnit ?? "1";
        return asked.plus(units.times(readNumber(String(perUnit))).times(whole(kinds[index] ?? 0)));
      }, ZERO);
      const spread = strength.reduce(
        (total, part, day) => total.plus(part.times(weights[day] ?? ZERO)),
        ZERO,
      );
      const rate = level.over(spread.times(whole(MINUTES_PER_DAY)));
      for (const { week, people: loads } of targets.utilisation) {
        const inWeek = WORKDAYS.flatMap((day, index) =>
          day >= week && Date.parse(day) < Date.parse(week) + 7 * 86_400_000 ? [weights[index] ?? ZERO] : [],
        );
        if (inWeek.some((weight) => rate.times(weight).compare(whole(1)) > 0)) continue;
        judged += loads.length;
        for (const { demand, capacity, isOver } of loads) {
          const most = readNumber(capacity).plus(whole(2 * ((kinds[0] ?? 0) + (kinds[1] ?? 0))));
          expect(readNumber(demand).compare(most)).toBeLessThanOrEqual(0);
          expect(isOver).toBe(false);
        }
      }
    });
    fc.assert(law, runs(0.2));
    expect(judged).toBeGreaterThan(0);
  });
});
