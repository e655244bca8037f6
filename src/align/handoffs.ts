import { encodeExact } from "../number/exact-string.js";
import { equal } from "../number/ratio.js";
import { showCount, showRate } from "../model/display.js";
import { listStages } from "../plan/stage-list.js";
import { parseRate, type RateInput } from "../plan/rate.js";
import { rateOwners } from "../plan/stage-rate.js";
import type { Target } from "../schedule/target.js";
import type { Targets } from "../solve/answer.js";
import type { Handoff, RateHandoff, UnitsHandoff } from "./answer.js";
import type { Member } from "./member.js";

/** A plan with its targets; null where they are not finite. */
export interface Solved {
  readonly member: Member;
  readonly targets: Targets | null;
}

/** Where what one plan hands over is not what another counts on: numbers of units, and rates of one stage. */
export function findHandoffs(solved: readonly Solved[]): readonly Handoff[] {
  return [...unitsHandedOver(solved), ...ratesThatDiffer(solved.map(({ member }) => member))];
}

/** Names that differ in case or a plural s only are one. */
function folded(name: string): string {
  return name.trim().toLowerCase().replace(/s$/, "");
}

/** Units of one name that a plan brings, or needs. */
interface Handed {
  readonly plan: string;
  readonly name: string;
  readonly target: Target;
}

function unitsHandedOver(solved: readonly Solved[]): UnitsHandoff[] {
  const brought = solved.flatMap(broughtBy);
  const needed = solved.flatMap(neededBy);
  const names = [...new Set(needed.map(({ name }) => folded(name)))];
  return names.flatMap((name) => {
    const to = needed.filter((each) => folded(each.name) === name);
    const from = brought.filter(
      (each) => folded(each.name) === name && !to.some(({ plan }) => plan === each.plan),
    );
    return from.length === 0 ? [] : shortHandOver(from, to);
  });
}

/** What a plan brings: the units that its goal counts, or what enters its last stage. */
function broughtBy({ member: { name, plan }, targets }: Solved): Handed[] {
  const win = targets?.path.at(-1);
  const last = targets?.path.at(-2);
  const { metric, unit } = plan.goal;
  const isNamed = metric === "units" && unit !== undefined;
  return [
    ...(isNamed && win !== undefined ? [{ plan: name, name: unit, target: win }] : []),
    ...(last === undefined || (isNamed && folded(last.stage) === folded(unit))
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

function shortHandOver(from: readonly Handed[], to: readonly Handed[]): UnitsHandoff[] {
  const needed = to.reduce((total, { target }) => total + target.total, 0);
  const planned = from.reduce((total, { target }) => total + target.total, 0);
  const by = to.reduce(
    (last, { target }) =>
      target.window !== null && target.window.startBy > last ? target.window.startBy : last,
    "",
  );
  const inTime = from.reduce((total, { target }) => total + reachedBy(target, by), 0);
  const [first] = to;
  if (first === undefined || inTime >= needed) return [];
  const stage = first.name;
  const late =
    inTime === planned
      ? ""
      : `, and only ${showCount(inTime)} of them by ${by}, the last day to start with them`;
  const text = `${quoted(from)} ${verb(from, "plans", "plan")} ${showCount(planned)} × "${stage}"${late}; ${quoted(to)} ${verb(to, "needs", "need")} ${showCount(needed)}: ${showCount(needed - inTime)} short.`;
  const plans = (handed: readonly Handed[]) => handed.map(({ plan }) => plan);
  return [{ kind: "units", stage, from: plans(from), to: plans(to), planned, inTime, needed, by, text }];
}

/** How far a stage has come by a day, counted to the end of the day's week. */
function reachedBy({ milestones, total }: Target, by: string): number {
  const next = milestones.find(({ on }) => on >= by);
  return by === "" || next === undefined ? total : next.total;
}

function quoted(handed: readonly Handed[]): string {
  return [...new Set(handed.map(({ plan }) => `"${plan}"`))].join(" and ");
}

function verb(handed: readonly Handed[], one: string, more: string): string {
  return new Set(handed.map(({ plan }) => plan)).size === 1 ? one : more;
}

interface Rated {
  readonly plan: string;
  readonly stage: string;
  readonly written: RateInput;
}

function ratesThatDiffer(members: readonly Member[]): RateHandoff[] {
  const stages = new Map<string, Rated[]>();
  for (const { name, plan } of members) {
    const owners = rateOwners(plan);
    for (const placed of listStages(plan)) {
      const { stage } = placed.stage;
      const key = folded(stage);
      stages.set(key, [...(stages.get(key) ?? []), { plan: name, stage, written: owners(placed).rate }]);
    }
  }
  return [...stages.values()].flatMap(differing);
}

function differing(rated: readonly Rated[]): RateHandoff[] {
  const [first] = rated;
  if (first === undefined) return [];
  const rates = rated.map((each) => parseRate(each.written));
  const [one] = rates;
  if (one === undefined || rates.every((rate) => equal(rate, one))) return [];
  const kinds = new Set(rated.map((each) => changeKind(each.written)));
  const kind = kinds.has("points") && kinds.has("relative") ? "change" : "rate";
  const { stage } = first;
  const said = rated.map(
    (each, index) => `${showRate(rates[index] ?? one)} in "${each.plan}"${changeWords(each.written)}`,
  );
  const why =
    kind === "change"
      ? "one plan adds a share of the rate, another percentage points"
      : "agree on one rate, or name the stages apart";
  return [
    {
      kind,
      stage,
      rates: rated.map((each, index) => ({
        plan: each.plan,
        rate: encodeExact(rates[index] ?? one),
        written: written(each.written),
      })),
      text: `Plans count on different rates of "${stage}": ${said.join(", ")}; ${why}.`,
    },
  ];
}

function changeOf(rate: RateInput): string | undefined {
  return typeof rate === "object" && "change" in rate ? rate.change : undefined;
}

function changeKind(rate: RateInput): "points" | "relative" | undefined {
  const change = changeOf(rate);
  if (change === undefined) return undefined;
  return /%|percent$/i.test(change.trim()) && !/points?|pp$/i.test(change.trim()) ? "relative" : "points";
}

function changeWords(rate: RateInput): string {
  const kind = changeKind(rate);
  if (kind === undefined || typeof rate !== "object" || !("now" in rate)) return "";
  return ` (${showRate(parseRate(rate.now))} and ${changeOf(rate) ?? ""}${kind === "relative" ? " of it" : ""})`;
}

function written(rate: RateInput): string {
  return typeof rate === "object" ? JSON.stringify(rate) : String(rate);
}
