import type { PlanInput } from "../../src/plan/plan.js";
import { formatDay } from "../../src/calendar/day.js";
import { compileDatedPlan } from "../../src/track/dated.js";

/**
 * A plan with people who come, go and are away, days on which nobody works, and work that is due by a date, before and
 * within its days; `draws` are whole numbers from which each choice is taken in turn.
 */
export function staffed(plan: PlanInput, draws: readonly number[]): PlanInput {
  const { period, workFrom } = compileDatedPlan(plan);
  const first = workFrom ?? period.first;
  const days = period.last - first + 1;
  let next = 0;
  const draw = (below: number): number => (draws[next++ % draws.length] ?? 0) % below;
  const day = (early: number): string => formatDay(first - early + draw(days + early));
  const range = (early: number): string => {
    const from = first - early + draw(days + early);
    return `${formatDay(from)}/${formatDay(from + draw(9))}`;
  };
  const person = (name: string): Person => ({
    name,
    ...(draw(3) === 0 ? { starts: day(40) } : {}),
    ...(draw(3) === 0 ? { ramp: { months: ["25%", "50%"] } } : {}),
    ...(draw(2) === 0 ? { absences: [range(30), range(0)] } : {}),
  });
  const leaves = draw(2) === 0 ? { leaves: formatDay(first + days + 50 - draw(days)) } : {};
  const due = (name: string) => ({ name, owner: "sales", minutes: 1 + draw(600), due: day(10) });
  const [source, ...later] = plan.funnel;
  const waits = draw(2) === 0 ? { after: "training" } : {};
  return {
    ...plan,
    calendar: { ...plan.calendar, holidays: [range(20), range(0)] },
    teams: {
      sales: {
        people: [{ name: "Kim" }, person("Lou"), { ...person("Mo"), ...leaves }],
        ...(draw(2) === 0 ? { minutesPerDay: 1_000_000_000 } : {}),
      },
      ...Object.fromEntries(
        ["success", "support", "marketing", "sdr"].map((team) => [team, { headcount: 1 }]),
      ),
    },
    tasks: [due("training"), { ...due("manual"), ...waits }],
    funnel: source === undefined ? [] : [{ ...source, owner: "sales" }, ...later],
  };
}

type Person = NonNullable<NonNullable<PlanInput["teams"]>[string]["people"]>[number];
