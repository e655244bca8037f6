import type { TornadoMeasure, TornadoBar, TornadoPicture } from "./picture.js";
import { makeFormat } from "../../format/format.js";
import { tornadoWords } from "./words.js";
import { deepFreeze } from "../../solve/freeze.js";
import type { Lever, LeverMeasures, Levers } from "../../sensitivity/levers.js";
import type { PictureNumber } from "../picture-number.js";
import { requireHanded } from "../../schema/handed.js";

/** A measure whose change is a bar. */
type BarKey = Exclude<keyof LeverMeasures, "chance">;

const KEYS: readonly (readonly [TornadoMeasure, BarKey])[] = [
  ["minutes a day", "minutesPerDay"],
  ["units a day", "unitsPerDay"],
  ["outcome", "outcome"],
];

/**
 * Which number of the plan would it be worth to move? What the first step of each lever changes: minutes of work a day where
 * the plan knows them, else units a day, else the outcome. Levers that change nothing of it are left out; the order is that
 * of the answer, the strongest first.
 *
 * @returns null where no lever changes anything
 *
 * @throws TypeError for anything else than an answer of levers
 *
 * @example
 * ```ts
 * const answer = levers({ goal: { metric: "customers", amount: 10, period: "2026-01" }, funnel: [{ stage: "demo", rate: "25%" }] });
 * tornadoPicture(answer)?.bars.map(({ what, by, change }) => [what, by, change.value]);
 * // => [['the rate of "demo"', "+10%", "-20/121"]]
 * ```
 */
export function tornadoPicture(answer: Levers): TornadoPicture | null {
  requireHanded("tornadoPicture", ["an answer of levers"], answer);
  for (const [measure, key] of KEYS) {
    const now = answer.now[key];
    const bars = answer.levers.flatMap((lever, index) => barOf(lever, index, key));
    if (now !== null && bars.length > 0) return pictureOf(measure, { value: now, path: ["now", key] }, bars);
  }
  return null;
}

function pictureOf(measure: TornadoMeasure, now: PictureNumber, bars: readonly TornadoBar[]): TornadoPicture {
  const facts = { currency: null, hasCents: false, year: null };
  const picture = {
    kind: "tornado",
    title:
      measure === "outcome"
        ? "What moving one number does to the outcome"
        : "What moving one number does to the daily work",
    ...facts,
    measure,
    now,
    bars,
  } as const;
  return deepFreeze({ ...picture, description: tornadoWords(picture, makeFormat(undefined, facts)) });
}

function barOf({ what, more, steps }: Lever, index: number, key: BarKey): TornadoBar[] {
  const [first] = steps;
  const change = first?.change[key] ?? null;
  if (first === undefined || change === null || change === "0") return [];
  return [
    {
      what,
      more,
      by: first.by,
      change: { value: change, path: ["levers", index, "steps", 0, "change", key] },
    },
  ];
}
