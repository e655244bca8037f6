import { paidBridge } from "../model/bridge.js";
import { encodeExact } from "../number/exact-string.js";
import { must } from "../number/invariant.js";
import { isZero, multiply, subtract } from "../number/ratio.js";
import type { Forecast, ForecastAtEnd, ForecastOn } from "../forecast/answer.js";
import type { Path } from "../schema/issue.js";
import { parseQuantity } from "../schema/quantity.js";
import type { Explained } from "./explainer.js";
import {
  AMOUNT,
  goalAt,
  WINS,
  type ForecastExplainer,
  type ForecastGuide,
  type ForecastSubject,
} from "./forecast-subject.js";
import { NOT_A_NUMBER } from "./guide.js";
import { input } from "./input.js";

const explainWins: ForecastExplainer = ({ answer: { atEnd } }) => {
  const { wins, from } = atEnd;
  return {
    says: { code: "forecast-wins", figures: { wins, ...from } },
    inputs: (["won", "pipeline", "pace"] as const).map((part) =>
      input(part, from[part], ["atEnd", "from", part]),
    ),
    supports: AMOUNT,
  };
};

function explainFrom(from: keyof ForecastAtEnd["from"]): ForecastExplainer {
  return ({ answer: { atEnd } }) => ({
    says: { code: "forecast-wins-from", figures: { from, wins: atEnd.from[from] } },
    inputs: [],
    supports: WINS,
  });
}

const explainAmount: ForecastExplainer = (subject) =>
  amountBy(subject, { ...subject.answer.atEnd, on: null, at: ["atEnd"], supports: goalAt(subject) });

function dayAt({ answer }: ForecastSubject, path: Path): ForecastOn {
  return must(answer.byDate[Number(path[1])], "a day of a forecast");
}

const explainDayWins: ForecastExplainer = (subject, path) => {
  const { on, wins } = dayAt(subject, path);
  return {
    says: { code: "forecast-wins-by", figures: { on, wins } },
    inputs: [input("by the period's end", subject.answer.atEnd.wins, WINS)],
    supports: WINS,
  };
};

const explainDayAmount: ForecastExplainer = (subject, path) =>
  amountBy(subject, { ...dayAt(subject, path), at: path.slice(0, 2), supports: AMOUNT });

interface AmountBy extends Omit<ForecastOn, "on"> {
  /** Null for the period's end. */
  readonly on: string | null;
  readonly at: Path;
  readonly supports: Path;
}

/** Wins × what each adds and keeps, and what the base and the values of open deals make of it. */
function amountBy({ compiled }: ForecastSubject, { on, wins, amount, at, supports }: AmountBy): Explained {
  const { worth, keep } = paidBridge(compiled.bridge);
  const each = multiply(worth, keep);
  const rest = subtract(parseQuantity(amount), multiply(parseQuantity(wins), each));
  const figures = {
    plan: { goal: compiled.plan.goal },
    ...{ on, amount, wins },
    each: encodeExact(each),
    rest: isZero(rest) ? null : encodeExact(rest),
  };
  return {
    says: { code: "forecast-amount", figures },
    inputs: [input("wins", wins, [...at, "wins"])],
    supports,
  };
}

const explainAttainment: ForecastExplainer = (subject) => {
  const { atEnd } = subject.answer;
  const { bridge } = subject.compiled;
  const share = must(atEnd.attainment ?? undefined, "the attainment of a goal");
  const { amount } = atEnd;
  return {
    says: { code: "forecast-attainment", figures: { share, amount, goal: encodeExact(bridge.goal) } },
    inputs: [input("amount", amount, AMOUNT), input("goal", bridge.goal, goalAt(subject))],
    supports: goalAt(subject),
  };
};

function explainLate(of: "wins" | "amount"): ForecastExplainer {
  return (subject) => {
    const { afterEnd } = subject.answer;
    const figures = { plan: { goal: subject.compiled.plan.goal }, of, value: afterEnd[of] };
    return { says: { code: "forecast-after-end", figures }, inputs: [], supports: goalAt(subject) };
  };
}

/** What is expected by the period's end. */
export const AT_END: ForecastGuide<ForecastAtEnd> = {
  wins: explainWins,
  amount: explainAmount,
  attainment: explainAttainment,
  from: { won: explainFrom("won"), pipeline: explainFrom("pipeline"), pace: explainFrom("pace") },
};

/** What comes after the period's end. */
export const AFTER_END: ForecastGuide<Forecast["afterEnd"]> = {
  wins: explainLate("wins"),
  amount: explainLate("amount"),
};

/** What is expected by the end of a day. */
export const ON_DAY: ForecastGuide<ForecastOn> = {
  on: NOT_A_NUMBER,
  wins: explainDayWins,
  amount: explainDayAmount,
};
