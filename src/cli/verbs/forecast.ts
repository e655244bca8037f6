import { forecast } from "../../forecast/forecast.js";
import { parseWrittenDay } from "../../plan/dates.js";
import { PlanError } from "../../schema/plan-error.js";
import { planPeriod } from "../../plan/plan-period.js";
import type { Plan } from "../../plan/plan.js";
import type { Snapshot } from "../../plan/snapshot.js";
import { forecastReport } from "../../report/forecast/forecast-report.js";
import { formatDay } from "../../calendar/day.js";
import { CONFIG } from "../config/with-config.js";
import { UsageError } from "../failure.js";
import { printAnswer } from "../print.js";
import { HAPPENED, readHappened } from "../happened.js";
import { readPace } from "../read-pace.js";
import { readPlan } from "../read-plan.js";
import { ANSWER, COMMON, type Verb } from "../verb.js";
import type { ExitCode } from "../world.js";

/** `forecast plan.yaml --snapshot now.yaml`: where the work so far will lead. */
export const forecastVerb: Verb = {
  name: "forecast",
  takesLong: true,
  summary: "Forecast where the work so far will lead if it continues at a pace.",
  usage: "<file> [export...] [options]",
  options: {
    ...HAPPENED,
    snapshot: { type: "text", value: "file", help: "What has happened so far; without it, nothing has yet." },
    horizon: {
      type: "text",
      value: "date",
      help: "The last day of the forecast; default: the end of the period.",
    },
    pace: {
      type: "text",
      value: "pace",
      help: "How work continues: targets (default), recent:20, or call=40,visit=100.",
    },
    range: {
      type: "text",
      value: "share",
      help: "How much of all cases the ranges hold; default: 80%.",
    },
    ...ANSWER,
    ...CONFIG,
    ...COMMON,
  },
  example: "reverse-funnel forecast plan.yaml --snapshot now.yaml --horizon 2026-06-30 --pace recent:20",
  notes:
    "The pace is the targets of the plan, the average of the last working days (recent:20 takes twenty),\n" +
    "or units a working day by stage.\n" +
    "With --crm, files after the plan are exports: forecast plan.yaml --crm hubspot deals.csv.",
  run: async (call): Promise<ExitCode> => {
    const { plan, within } = await readPlan(call);
    const snapshot = (await readHappened(call, plan))?.snapshot ?? nothingYet(plan);
    const options = {
      horizon: call.text("horizon"),
      pace: readPace(call.text("pace")),
      range: call.text("range"),
    };
    const answer = within(() => asOptions(() => forecast(plan, snapshot, options)));
    printAnswer(call, answer, (options) => forecastReport(answer, options));
    return 0;
  },
};

/** The evening before the first day of work. */
function nothingYet(plan: Plan): Snapshot {
  const { workFrom } = plan;
  const period = planPeriod(plan);
  const first =
    workFrom === undefined ? (period.kind === "dated" ? period.first : 0) : parseWrittenDay(workFrom);
  return { asOf: formatDay(first - 1) };
}

/** Issues of options are no issues of the plan's file. */
function asOptions<Answer>(work: () => Answer): Answer {
  try {
    return work();
  } catch (error) {
    const issue = error instanceof PlanError ? error.issues[0] : undefined;
    const option = String(issue?.path[0]);
    if (issue === undefined || !["horizon", "pace", "range"].includes(option)) throw error;
    throw new UsageError(`--${option}: ${issue.message}`);
  }
}
