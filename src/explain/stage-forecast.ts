import { subtract } from "../number/ratio.js";
import type { StageForecast } from "../forecast/answer.js";
import { parseQuantity } from "../schema/quantity.js";
import { WINS, type ForecastExplainer, type ForecastGuide } from "./forecast-subject.js";
import { counted, equals, input } from "./formula.js";
import { NOT_A_NUMBER } from "./guide.js";
import { named } from "./place.js";

const explainEntries: ForecastExplainer = (subject, path) => {
  const { answer } = subject;
  const stage = answer.stages[String(path[1])];
  const day = path[2] === "byDate" ? stage?.byDate[Number(path[3])] : undefined;
  const soFar = parseQuantity(stage?.soFar ?? "0");
  const entries = parseQuantity(
    path[2] === "soFar" ? (stage?.soFar ?? "0") : (day?.entries ?? stage?.atEnd ?? "0"),
  );
  const name = named(String(path[1]));
  if (path[2] === "soFar") {
    const text = `${counted(subject, entries, "unit")} have entered ${name} so far, as the snapshot says.`;
    return { text, formula: counted(subject, entries, "unit"), inputs: [], supports: WINS };
  }
  const more = subtract(entries, soFar);
  const by = day === undefined ? "the period's end" : `the end of ${subject.format.date(day.on)}`;
  return {
    text: `${counted(subject, entries, "unit")} will have entered ${name} by ${by}: ${subject.format.number(soFar)} so far, and ${subject.format.number(more)} to come.`,
    formula: equals(
      subject,
      `${subject.format.number(soFar)} so far + ${subject.format.number(more)} to come`,
      entries,
    ),
    inputs: [input("so far", soFar, ["stages", String(path[1]), "soFar"])],
    supports: WINS,
  };
};

/** What is expected of one stage. */
export const STAGE_FORECAST: ForecastGuide<StageForecast> = {
  soFar: explainEntries,
  atEnd: explainEntries,
  byDate: { "*": { on: NOT_A_NUMBER, entries: explainEntries } },
};
