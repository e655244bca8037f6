import { ceiling } from "../number/ceiling.js";
import { add, compare, multiply, ONE, ratio, smaller, type Ratio } from "../number/ratio.js";
import { listLongerLags } from "../model/longer-lag.js";
import type { Movable } from "./movable.js";

/** One step of a lever: what is added, and what is then written. */
export interface WrittenStep {
  readonly by: "+10%" | "+1 point" | "+1 day" | "+1 person";
  readonly to: unknown;
}

const MORE = ratio(11, 10);
const POINT = ratio(1, 100);

/** A tenth more and, for a rate, one point more; a rate stops at 100%. Lags grow by whole days, teams by whole people. */
export function listLeverSteps({ now }: Movable): readonly WrittenStep[] {
  switch (now.of) {
    case "lag":
      return listLongerLags(now.lag, MORE);
    case "people":
      return headcountSteps(now.count);
    case "rate":
      return rateSteps(now.rate, now.write);
    case "amount":
      return [{ by: "+10%", to: now.write(multiply(MORE, now.amount)) }];
  }
}

function rateSteps(now: Ratio, write: (rate: Ratio) => unknown): WrittenStep[] {
  if (compare(now, ONE) >= 0) return [];
  return [
    { by: "+10%", to: write(smaller(ONE, multiply(MORE, now))) },
    { by: "+1 point", to: write(smaller(ONE, add(now, POINT))) },
  ];
}

function headcountSteps(now: number): WrittenStep[] {
  const tenth = Number(ceiling(multiply(MORE, ratio(now))));
  const one: WrittenStep = { by: "+1 person", to: now + 1 };
  return tenth === now + 1 ? [one] : [{ by: "+10%", to: tenth }, one];
}
