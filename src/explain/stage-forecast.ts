import { encodeExact, type ExactString } from "../number/exact-string.js";
import { must } from "../number/invariant.js";
import { subtract } from "../number/ratio.js";
import type { StageForecast } from "../forecast/answer.js";
import type { Path } from "../schema/issue.js";
import { parseQuantity } from "../schema/quantity.js";
import type { Explained } from "./explainer.js";
import {
  WINS,
  type ForecastExplainer,
  type ForecastGuide,
  type ForecastSubject,
} from "./forecast-subject.js";
import { NOT_A_NUMBER } from "./guide.js";
import { input } from "./input.js";

function stageAt(
  { answer }: ForecastSubject,
  path: Path,
): { readonly stage: string; readonly of: StageForecast } {
  const stage = String(path[1]);
  return { stage, of: must(answer.stages[stage], "a stage of a forecast") };
}

const explainSoFar: ForecastExplainer = (subject, path) => {
  const { stage, of } = stageAt(subject, path);
  return {
    says: { code: "entries-so-far", figures: { stage, entries: of.soFar } },
    inputs: [],
    supports: WINS,
  };
};

const explainAtEnd: ForecastExplainer = (subject, path) =>
  entriesBy(subject, path, null, stageAt(subject, path).of.atEnd);

const explainDay: ForecastExplainer = (subject, path) => {
  const { on, entries } = must(stageAt(subject, path).of.byDate[Number(path[3])], "a day of a forecast");
  return entriesBy(subject, path, on, entries);
};

/** What has entered so far, and what is to come by a day; null for the period's end. */
function entriesBy(subject: ForecastSubject, path: Path, on: string | null, entries: ExactString): Explained {
  const { stage, of } = stageAt(subject, path);
  const { soFar } = of;
  const more = encodeExact(subtract(parseQuantity(entries), parseQuantity(soFar)));
  return {
    says: { code: "entries-expected", figures: { stage, on, entries, soFar, more } },
    inputs: [input("so far", soFar, ["stages", stage, "soFar"])],
    supports: WINS,
  };
}

/** What is expected of one stage. */
export const STAGE_FORECAST: ForecastGuide<StageForecast> = {
  soFar: explainSoFar,
  atEnd: explainAtEnd,
  byDate: { "*": { on: NOT_A_NUMBER, entries: explainDay } },
};
