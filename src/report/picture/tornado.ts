import { showExact } from "../../model/display.js";
import { deepFreeze } from "../../solve/freeze.js";
import type { Lever, LeverMeasures, Levers } from "../../sensitivity/levers.js";
import { signedWords } from "./signed-words.js";
import type { PictureNumber, PictureWords } from "./picture-number.js";

/** What is compared: minutes or units of work on a day, or the outcome of the work as planned. */
export type TornadoMeasure = "minutes a day" | "units a day" | "outcome";

/** What the first step of one lever does. */
export interface TornadoBar {
  /** Which number of the plan is moved: `the rate of "demo"`. */
  readonly what: string;
  /** By how much: `"+10%"`, `"+1 day"`. */
  readonly by: string;
  /** By how much the measure changes; below 0 where there is less of it. */
  readonly change: PictureNumber;
  /** Whether more of the lever makes the goal easier, harder, or does neither. */
  readonly more: Lever["more"];
}

/** Which number it would be worth to move: what the first step of each lever does, the strongest first. */
export interface TornadoPicture extends PictureWords {
  /** Which picture this is. */
  readonly kind: "tornado";
  /** What is compared. */
  readonly measure: TornadoMeasure;
  /** What it is today; the bars start here. */
  readonly now: PictureNumber;
  /** The levers, the strongest first. */
  readonly bars: readonly TornadoBar[];
}

const KEYS: readonly (readonly [TornadoMeasure, keyof LeverMeasures])[] = [
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
 */
export function tornadoPicture(answer: Levers): TornadoPicture | null {
  for (const [measure, key] of KEYS) {
    const now = answer.now[key];
    const bars = answer.levers.flatMap((lever, index) => barOf(lever, index, key));
    if (now !== null && bars.length > 0) return pictureOf(measure, { value: now, path: ["now", key] }, bars);
  }
  return null;
}

function pictureOf(measure: TornadoMeasure, now: PictureNumber, bars: readonly TornadoBar[]): TornadoPicture {
  const changes = bars
    .map(({ what, by, change }) => `${what} ${by}: ${signedWords(change.value)}`)
    .join("; ");
  return deepFreeze({
    kind: "tornado",
    title:
      measure === "outcome"
        ? "What moving one number does to the outcome"
        : "What moving one number does to the daily work",
    description: `Today it is ${showExact(now.value)} (${measure}). ${changes}.`,
    names: bars.map(({ what }) => what),
    currency: null,
    measure,
    now,
    bars,
  });
}

function barOf({ what, more, steps }: Lever, index: number, key: keyof LeverMeasures): TornadoBar[] {
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
