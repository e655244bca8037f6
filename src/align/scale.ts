import { floor } from "../number/ceiling.js";
import { encodeExact } from "../number/exact-string.js";
import { multiply, ratio, type Ratio } from "../number/ratio.js";
import { exactWins, wholeWins } from "../model/bridge.js";
import { stepsPerUnit } from "../diagnose/nearest-goal.js";
import { canBeReached } from "../diagnose/reasons.js";
import { greatestStep } from "../diagnose/step-search.js";
import { computeVolumes } from "../schedule/volumes.js";
import type { CommonScale } from "./answer.js";
import { fitTogether, type Allocation } from "./allocation.js";
import { listAsks, type Member } from "./member.js";

/** Goals shrink in steps of a tenth of a percent. */
const STEPS = 1000;

/** The greatest share of all goals that fits, each goal floored to its smallest unit; null where not even none does. */
export function commonScale(board: Allocation, members: readonly Member[]): CommonScale | null {
  const step = greatestStep(STEPS, (tried) => {
    const scaled = members.map((member) => scaledTo(member, ratio(tried, STEPS)));
    return scaled.every((each) => each !== undefined) && fitTogether(board, scaled);
  });
  if (step === undefined) return null;
  const share = ratio(step, STEPS);
  const goals = members.map((member) => {
    const amount = amountAt(member, share);
    return { plan: member.name, amount: encodeExact(amount), wins: Number(winsFor(member, amount) ?? 0) };
  });
  return { share: encodeExact(share), goals };
}

function amountAt({ prepared }: Member, share: Ratio): Ratio {
  if (share.num === 1 && share.den === 1) return prepared.bridge.goal;
  const steps = ratio(stepsPerUnit(prepared));
  const scaled = floor(multiply(multiply(prepared.bridge.goal, share), steps));
  return multiply({ num: scaled, den: 1 }, { num: 1, den: steps.num });
}

function winsFor({ prepared }: Member, amount: Ratio) {
  const exact = exactWins({ ...prepared.bridge, goal: amount });
  return exact === undefined ? undefined : wholeWins(prepared.bridge, exact);
}

function scaledTo(member: Member, share: Ratio): Member | undefined {
  if (share.num === 1 && share.den === 1) return member;
  const { prepared } = member;
  const wins = winsFor(member, amountAt(member, share));
  if (wins === undefined) return undefined;
  const volumes = computeVolumes(prepared, wins);
  if (!canBeReached(prepared, volumes)) return undefined;
  return { ...member, reasons: [], asks: listAsks(prepared, volumes) };
}
