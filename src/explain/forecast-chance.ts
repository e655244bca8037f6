import type { ChanceAtEnd, ChanceOn, ForecastChance } from "../forecast/answer.js";
import { must } from "../number/invariant.js";
import type { Path } from "../schema/issue.js";
import {
  AMOUNT,
  goalAt,
  WINS,
  type ForecastExplainer,
  type ForecastGuide,
  type ForecastSubject,
} from "./forecast-subject.js";
import { NOT_A_NUMBER } from "./guide.js";

function chanceOf({ answer }: ForecastSubject): ForecastChance {
  return must(answer.chance ?? undefined, "the chance of a forecast that tells one");
}

/** The day that a number is of: the period's end, or the end of a week. */
function dayOf(subject: ForecastSubject, path: Path): ChanceOn {
  const { atEnd, byWeek } = chanceOf(subject);
  return must((path[1] === "atEnd" ? atEnd : byWeek[Number(path[2])]) ?? undefined, "a day with a chance");
}

/** Null for the period's end. */
function onOf(subject: ForecastSubject, path: Path): string | null {
  return path[1] === "atEnd" ? null : dayOf(subject, path).on;
}

const explainLevel: ForecastExplainer = (subject) => ({
  says: { code: "range-level", figures: { level: chanceOf(subject).level } },
  inputs: [],
  supports: goalAt(subject),
});

const explainAsked: ForecastExplainer = (subject) => ({
  says: {
    code: "chance-asked",
    figures: { chance: must(chanceOf(subject).asked ?? undefined, "a chance that is asked for") },
  },
  inputs: [],
  supports: goalAt(subject),
});

const explainChance: ForecastExplainer = (subject, path) => ({
  says: {
    code: "forecast-chance",
    figures: { chance: dayOf(subject, path).chance, on: onOf(subject, path) },
  },
  inputs: [],
  supports: goalAt(subject),
});

const explainError: ForecastExplainer = (subject) => ({
  says: {
    code: "chance-error",
    figures: { error: must(chanceOf(subject).atEnd?.error, "the error of a chance") },
  },
  inputs: [],
  supports: goalAt(subject),
});

/** One end of a range. */
function explainRange(of: "wins" | "amount"): ForecastExplainer {
  return (subject, path) => {
    const [low, high] = dayOf(subject, path)[of];
    const { level } = chanceOf(subject);
    const { goal } = subject.compiled.plan;
    const end = Number(path.at(-1)) === 0 ? "low" : "high";
    return {
      says: {
        code: "forecast-range",
        figures: { plan: { goal }, end, of, low, high, level, on: onOf(subject, path) },
      },
      inputs: [],
      supports: of === "wins" ? WINS : AMOUNT,
    };
  };
}

/** What is known for sure of a day; the period's end says its error too, also where it is the last of the weeks. */
const DAY: ForecastGuide<ChanceAtEnd> = {
  on: NOT_A_NUMBER,
  chance: explainChance,
  wins: { "*": explainRange("wins") },
  amount: { "*": explainRange("amount") },
  error: explainError,
};

/** How sure a forecast is. */
export const FORECAST_CHANCE: ForecastGuide<ForecastChance> = {
  level: explainLevel,
  asked: explainAsked,
  atEnd: DAY,
  byWeek: { "*": DAY },
  reason: NOT_A_NUMBER,
};
