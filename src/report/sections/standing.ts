import type { Format } from "../../format/format.js";
import type { Forecast } from "../../forecast/answer.js";
import { decodeExact } from "../../number/exact-string.js";
import { isNegative, isZero } from "../../number/ratio.js";
import { sizeOf } from "../../format/rounding.js";
import { goalMonths } from "../../plan/every.js";
import { chosenPlan } from "../../plan/goals.js";
import type { GoalPlan, PlanInput } from "../../plan/plan.js";
import type { Track } from "../../track/track.js";
import type { EndOutlook, TrackChance } from "../../words/progress.js";
import { sayNoChance } from "../../words/no-chance.js";
import { sayStatement, type Statement } from "../../words/progress.js";
import { chanceWords } from "../../words/chance.js";
import { amountWords, goalWords, metricAmount, periodWords, writtenGoals } from "../../words/goal.js";
import { sentence, type Block, type Figure, type Section } from "../report.js";

/** Will we make it, how sure is it, and where will it end? One line, and the figures behind it. */
export function standingSection(
  written: PlanInput,
  track: Track,
  forecast: Forecast | undefined,
  format: Format,
): Section {
  const { status, asOf, ahead, outcome, goals } = track;
  const plan = chosenPlan({ plan: written, binds: track.binds });
  const isGood = status === "on track" || status === "ahead";
  const goal = `${writtenGoals(written, format)} ${periodWords(plan, format)}`;
  const ends = goals?.map((each, place) =>
    goalWords(chosenPlan({ plan: written, binds: place }), each.projected, format),
  ) ?? [amountWords(plan, outcome.projected, format)];
  const line = ahead.over
    ? `${goal}: the period ended at ${format.list(ends)}, ${isGood ? "which is enough" : "which is not enough"}.`
    : `${goal}: ${status} as of ${format.date(asOf)}.`;
  const items = [
    ...chanceFigure(track, format),
    endFigure(plan, track, forecast, format),
    ...otherEnds(written, track, format),
    // The day on which the sum is reached is no day on which each month is.
    ...(goalMonths(plan).length > 0 ? [] : arrivalFigure(track, format)),
    ...slackFigure(track, format),
  ];
  const warnings = track.verdict.statements.filter(({ code }) => WARNINGS.includes(code));
  const blocks: Block[] = [
    sentence(line, isGood ? "good" : "bad"),
    { kind: "figures", items },
    ...warnings.map((each) =>
      sentence(sayStatement(each, format), each.code === "months-together" ? "plain" : "bad"),
    ),
    ...untold(track.chance, format),
  ];
  return { title: "Will we make it?", place: "page", blocks };
}

/** What the figures of the whole do not show. */
const WARNINGS: readonly Statement["code"][] = [
  "months-missed",
  "months-unknown",
  "months-together",
  "not-shown-yet",
];

/** Why no chance is told, where it is not. */
function untold(chance: TrackChance | null, format: Format): readonly Block[] {
  return chance?.asPlanned === null && chance.reason !== null
    ? [sentence(sayNoChance(chance.reason, format))]
    : [];
}

function chanceFigure({ chance, goals }: Track, format: Format): readonly Figure[] {
  if (typeof chance?.asPlanned !== "number") return [];
  const { asked, asPlanned, paceSoFar, previous, error } = chance;
  const told = (share: number): string => chanceWords(Math.max(share, error ?? 0), format);
  const notes = [
    "if the rest is done as planned",
    ...(paceSoFar === null ? [] : [`${told(paceSoFar)} at the pace so far`]),
    ...[previous].flatMap((before) =>
      typeof before?.asPlanned === "number"
        ? [`${told(before.asPlanned)} on ${format.date(before.asOf)}`]
        : [],
    ),
    ...(asked === null ? [] : [`${told(asked)} asked for`]),
  ];
  return [
    {
      figure: told(asPlanned),
      label: goals === undefined ? "chance of the goal" : "chance of all goals",
      note: notes.join("; "),
    },
  ];
}

function endFigure(
  plan: GoalPlan,
  { outcome, ahead, goals }: Track,
  forecast: Forecast | undefined,
  format: Format,
): Figure {
  const which = goals === undefined ? "the goal" : "this goal";
  const share = outcome.attainment === null ? "" : `${format.rate(outcome.attainment)} of ${which}`;
  const end = forecast?.chance?.atEnd ?? null;
  const notes = [
    share,
    ...(end === null ||
    forecast?.chance === null ||
    forecast === undefined ||
    ahead.over ||
    end.amount[0] === end.amount[1]
      ? []
      : [
          `${metricAmount(plan, end.amount[0], format)} to ${metricAmount(plan, end.amount[1], format)} in ${format.rate(String(forecast.chance.level))} of all cases`,
        ]),
  ];
  return {
    figure: (goals === undefined ? metricAmount : goalWords)(plan, outcome.projected, format),
    label: ahead.over ? "at the end" : "expected at the end, on average",
    note: notes.filter((note) => note !== "").join("; "),
  };
}

/** What the other ones of several goals end at. */
function otherEnds(
  written: PlanInput,
  { goals = [], binds, ahead }: Track,
  format: Format,
): readonly Figure[] {
  return goals.flatMap(({ projected, attainment }, place) =>
    place === binds
      ? []
      : [
          {
            figure: goalWords(chosenPlan({ plan: written, binds: place }), projected, format),
            label: ahead.over ? "at the end" : "expected at the end, on average",
            note: attainment === null ? "" : `${format.rate(attainment)} of this goal`,
          },
        ],
  );
}

/** When the goal is reached; nothing where it is not on average, which the expected end says already. */
function arrivalFigure({ ahead, goals }: Track, format: Format): readonly Figure[] {
  const { asPlanned, paceSoFar, over } = ahead;
  // Several goals are reached on days of their own.
  if (goals !== undefined) return [];
  if (over || asPlanned.reachedOn === null) return [];
  const other = paceSoFar !== null && paceSoFar.reachedOn !== asPlanned.reachedOn ? paceSoFar : null;
  return [
    {
      figure: format.day(asPlanned.reachedOn),
      label: "the goal is reached, on average",
      note: other === null ? "" : arrivalAtPace(other, format),
    },
  ];
}

function arrivalAtPace({ reachedOn }: EndOutlook, format: Format): string {
  return reachedOn === null
    ? "not in this period at the pace so far"
    : `${format.date(reachedOn)} at the pace so far`;
}

/** Days of planned work ahead or behind. */
function slackFigure({ ahead: { slackDays, over } }: Track, format: Format): readonly Figure[] {
  if (slackDays === null || over) return [];
  const days = decodeExact(slackDays);
  if (isZero(days)) return [{ figure: "0", label: "days of planned work ahead or behind", note: "" }];
  const size = sizeOf(days);
  const unit = format.number(size) === "1" ? "day" : "days";
  return [
    {
      figure: format.number(size),
      label: `${unit} of planned work ${isNegative(days) ? "behind" : "ahead"}`,
      note: "",
    },
  ];
}
