import type { ExactString } from "../number/exact-string.js";
import { parseExact } from "../number/exact-string.js";
import { deepFreeze } from "../solve/freeze.js";
import type { Cause } from "./gap-causes.js";
import type { Status } from "./status.js";
import type { Track } from "./track.js";
import { isRecord, isList } from "../schema/fields.js";

/** One thing as it was and as it is; null where it is not known. */
export interface WasAndIs<Value> {
  /** Then. */
  readonly was: Value | null;
  /** Now. */
  readonly is: Value | null;
}

/** What has changed between two looks at a plan. */
export interface Since {
  /** The day of the earlier look. */
  readonly asOf: string;
  /** How the goal stood and stands. */
  readonly status: WasAndIs<Status>;
  /** Its chance, from 0 to 1, if the rest is done as planned. */
  readonly chance: WasAndIs<number>;
  /** Wins so far. */
  readonly wins: WasAndIs<ExactString>;
  /** The amount so far. */
  readonly now: WasAndIs<ExactString>;
  /** The amount expected at the period's end. */
  readonly projected: WasAndIs<ExactString>;
  /** The goal's amount. */
  readonly goal: WasAndIs<ExactString>;
  /** What each cause takes from the outcome or adds to it, causes that are in one of the two. */
  readonly causes: readonly ({
    /** The cause. */
    readonly cause: Cause;
  } & WasAndIs<ExactString>)[];
}

/** What is read of an earlier answer. */
type Then = Pick<Since, "asOf"> & {
  readonly status: Status | null;
  readonly chance: number | null;
  readonly outcome: ReadonlyMap<string, ExactString>;
  readonly causes: ReadonlyMap<string, ExactString>;
};

/**
 * What has changed since an earlier look at the plan?
 *
 * @param then what `track` answered then, as it is or from a file
 * @returns undefined where that is no answer of `track`, or not an earlier one
 *
 * @example
 * ```ts
 * const plan = definePlan({
 *   goal: { metric: "customers", amount: 10, period: "2026-01" },
 *   funnel: [{ stage: "demo", rate: "50%" }],
 * });
 * const then = track(plan, { asOf: "2026-01-09", won: 1 });
 * const now = track(plan, { asOf: "2026-01-16", won: 4 });
 * changesSince(now, then)?.wins; // => { was: "1", is: "4" }
 * changesSince(then, now); // => undefined
 * ```
 */
export function changesSince(now: Track, then: unknown): Since | undefined {
  const before = readThen(then);
  if (before === undefined || before.asOf >= now.asOf) return undefined;
  const amount = (key: "wins" | "now" | "projected" | "goal"): WasAndIs<ExactString> => ({
    was: before.outcome.get(key) ?? null,
    is: now.outcome[key],
  });
  const causes = new Map(now.causes.map((each) => [each.cause, each.amount]));
  return deepFreeze({
    asOf: before.asOf,
    status: { was: before.status, is: now.status },
    chance: { was: before.chance, is: now.chance?.asPlanned ?? null },
    wins: amount("wins"),
    now: amount("now"),
    projected: amount("projected"),
    goal: amount("goal"),
    causes: CAUSES.flatMap((cause) => {
      const [was, is] = [before.causes.get(cause) ?? null, causes.get(cause) ?? null];
      return was === null && is === null ? [] : [{ cause, was: was ?? "0", is: is ?? "0" }];
    }),
  });
}

const CAUSES: readonly Cause[] = ["work", "conversion", "timing", "value", "losses", "not explained"];
const STATUSES: readonly Status[] = ["ahead", "on track", "behind", "out of reach"];

function readThen(file: unknown): Then | undefined {
  if (!isRecord(file) || !isRecord(file["outcome"])) return undefined;
  const { asOf, status, chance, outcome, causes } = file;
  const amounts = exactsOf(Object.entries(outcome));
  if (typeof asOf !== "string" || !amounts.has("projected")) return undefined;
  const rows = isList(causes) ? causes.filter(isRecord) : [];
  const share = isRecord(chance) ? chance["asPlanned"] : null;
  return {
    asOf,
    status: STATUSES.find((each) => each === status) ?? null,
    chance: typeof share === "number" ? share : null,
    outcome: amounts,
    causes: exactsOf(rows.map(({ cause, amount }) => [String(cause), amount])),
  };
}

/** The exact quantities among some values, by name. */
function exactsOf(entries: readonly (readonly [string, unknown])[]): ReadonlyMap<string, ExactString> {
  return new Map(
    entries.flatMap(([name, value]) =>
      typeof value === "string" && parseExact(value) !== undefined ? [[name, value] as const] : [],
    ),
  );
}
