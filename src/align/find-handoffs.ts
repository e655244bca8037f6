import type { Format } from "../format/format.js";
import type { FlowStage } from "../model/flow.js";
import { encodeExact } from "../number/exact-string.js";
import { at } from "../number/invariant.js";
import { equal, multiply, ratio } from "../number/ratio.js";
import type { RateOrigin } from "../plan/rate-origin.js";
import type { Target } from "../schedule/target.js";
import type { Targets } from "../solve/answer.js";
import { sayHandoff, type HandedChange } from "../words/handoffs.js";
import type { Handoff, RateHandoff, UnitsHandoff } from "./answer.js";
import type { Member } from "./member.js";

/** A plan with its targets; null where they are not finite. */
export interface Solved {
  readonly member: Member;
  readonly targets: Targets | null;
}

/** Where what one plan hands over is not what another counts on: numbers of units, and rates of one stage. */
export function findHandoffs(solved: readonly Solved[], format: Format): readonly Handoff[] {
  return [
    ...unitsHandedOver(solved, format),
    ...ratesThatDiffer(
      solved.map(({ member }) => member),
      format,
    ),
  ];
}

/** Names that differ in case or a plural s only are one. */
export function foldedName(name: string): string {
  return name.trim().toLowerCase().replace(/s$/, "");
}

/** Units of one name that a plan brings, or needs. */
interface Handed {
  readonly plan: string;
  readonly name: string;
  readonly target: Target;
}

function unitsHandedOver(solved: readonly Solved[], format: Format): UnitsHandoff[] {
  const brought = solved.flatMap(broughtBy);
  const needed = solved.flatMap(neededBy);
  const names = [...new Set(needed.map(({ name }) => foldedName(name)))];
  return names.flatMap((name) => {
    const to = needed.filter((each) => foldedName(each.name) === name);
    const from = brought.filter(
      (each) => foldedName(each.name) === name && !to.some(({ plan }) => plan === each.plan),
    );
    return from.length === 0 ? [] : shortHandoff(from, to, format);
  });
}

/** What a plan brings: the units that its goal counts, or what enters its last stage. */
function broughtBy({ member: { name, compiled }, targets }: Solved): Handed[] {
  const win = targets?.path.at(-1);
  const last = targets?.path.at(-2);
  const { metric, unit } = compiled.plan.goal;
  const isNamed = metric === "units" && unit !== undefined;
  return [
    ...(isNamed && win !== undefined ? [{ plan: name, name: unit, target: win }] : []),
    ...(last === undefined || (isNamed && foldedName(last.stage) === foldedName(unit))
      ? []
      : [{ plan: name, name: last.stage, target: last }]),
  ];
}

/** What a plan needs from elsewhere: what must enter at its sources. */
function neededBy({ member: { name }, targets }: Solved): Handed[] {
  return (targets?.path ?? [])
    .filter(({ kind }) => kind === "work")
    .map((target) => ({ plan: name, name: target.stage, target }));
}

function shortHandoff(from: readonly Handed[], to: readonly Handed[], format: Format): UnitsHandoff[] {
  const needed = to.reduce((total, { target }) => total + target.total, 0);
  const planned = from.reduce((total, { target }) => total + target.total, 0);
  const by = lastStart(to);
  const inTime = from.reduce((total, { target }) => total + reachedBy(target, by), 0);
  if (inTime >= needed) return [];
  const data = {
    kind: "units",
    stage: at(to, 0).name,
    from: plansOf(from),
    to: plansOf(to),
    ...{ planned, inTime, needed, by },
  } as const;
  return [{ ...data, text: sayHandoff(data, format) }];
}

function plansOf(handed: readonly Handed[]): readonly string[] {
  return [...new Set(handed.map(({ plan }) => plan))];
}

/** The last day on which the work at any of these stages can start; null where none has such a day. */
function lastStart(to: readonly Handed[]): string | null {
  return to.reduce<string | null>((last, { target: { window } }) => {
    if (window === null) return last;
    return last === null || window.startBy > last ? window.startBy : last;
  }, null);
}

/** How far a stage has come by a day, counted to the end of the day's week. */
function reachedBy({ milestones, total }: Target, by: string | null): number {
  const next = by === null ? undefined : milestones.find(({ on }) => on >= by);
  return next?.total ?? total;
}

/** A stage of one plan. */
interface Rated {
  readonly plan: string;
  readonly stage: FlowStage;
}

function ratesThatDiffer(members: readonly Member[], format: Format): RateHandoff[] {
  const stages = new Map<string, Rated[]>();
  for (const { name, compiled } of members)
    for (const stage of compiled.flow) {
      const key = foldedName(stage.name);
      stages.set(key, [...(stages.get(key) ?? []), { plan: name, stage }]);
    }
  return [...stages.values()].flatMap((rated) => differing(rated, format));
}

function differing(rated: readonly Rated[], format: Format): RateHandoff[] {
  const { stage: first } = at(rated, 0);
  if (rated.every(({ stage }) => equal(stage.rate, first.rate))) return [];
  const rates = rated.map(
    ({
      plan,
      stage: {
        rate,
        rated: { written },
        origin,
      },
    }) => ({
      plan,
      rate: encodeExact(rate),
      written: typeof written === "object" ? JSON.stringify(written) : String(written),
      change: changeOf(origin),
    }),
  );
  const ways = new Set(rates.map(({ change }) => change?.in));
  const kind = ways.has("points") && ways.has("percent") ? "change" : "rate";
  const data = { kind, stage: first.name, rates } as const;
  return [{ ...data, text: sayHandoff(data, format) }];
}

function changeOf(origin: RateOrigin): HandedChange | null {
  if (origin.kind !== "change") return null;
  const by = origin.in === "points" ? multiply(origin.by, ratio(100)) : origin.by;
  return { now: encodeExact(origin.now), by: encodeExact(by), in: origin.in };
}
