import { backtest } from "../../history/backtest/backtest.js";
import { toSvg } from "../../charts/to-svg.js";
import { backtestPicture } from "../../charts/backtest/data.js";
import { backtestReport } from "../../report/backtest-report.js";
import { CONFIG } from "../config/with-config.js";
import { dateOption, parseAsOf } from "../as-of.js";
import { callFormat } from "../call-format.js";
import { nearestHint, UsageError } from "../failure.js";
import { printAnswer } from "../print.js";
import { EXPORTS, readJourneys } from "../read-journeys.js";
import { readPlan } from "../read-plan.js";
import { writeOutput } from "../write-output.js";
import { compare, isPositive, ONE } from "../../number/ratio.js";
import { parseRateText } from "../../number/rate-text.js";
import { ANSWER, COMMON, type Call, type Verb } from "../verb.js";
import type { ExitCode } from "../world.js";

/**
 * `backtest plan.yaml deals.csv --crm hubspot`: how good the forecasts of the past months would have been.
 *
 * @throws UsageError where no export is named
 */
export const backtestVerb: Verb = {
  name: "backtest",
  takesLong: true,
  summary: "Forecast each past month from what was known then, and compare with what came.",
  usage: "<file> <export...> [options]",
  options: {
    ...EXPORTS,
    per: { type: "text", value: "period", help: "Forecast each month (default) or each week." },
    level: { type: "text", value: "share", help: "How many of all cases a range is to hold; default 80%." },
    chance: {
      type: "text",
      value: "share",
      help: "How sure the wins are to be; default: the plan's chance, else 80%.",
    },
    "observed-from": {
      type: "text",
      value: "date",
      help: "When the export began to record wins and losses.",
    },
    svg: { type: "text", value: "file", help: "Draw the picture into a new file." },
    ...ANSWER,
    ...CONFIG,
    ...COMMON,
  },
  example: "reverse-funnel backtest plan.yaml deals.csv --crm hubspot --svg backtest.svg",
  notes:
    "As many new deals are taken as came: what is tested are rates, lags and ranges,\nnot how much was done.\n" +
    "Exits with 1 if no period could be forecast, or if something failed beyond luck.",
  run: async (call): Promise<ExitCode> => {
    const [, ...files] = call.words;
    const options = {
      per: periodOf(call.text("per")),
      level: shareOption(call, "level"),
      chance: shareOption(call, "chance"),
      observedFrom: dateOption(call, "observed-from"),
    };
    const { plan, within } = await readPlan(call);
    if (files.length === 0) throw new UsageError("backtest needs an export: a file after the plan");
    const read = await readJourneys(call, files, plan.funnel);
    const asOf = parseAsOf(call, read);
    const answer = within(() => backtest(plan, read.journeys, { ...options, asOf }));
    printAnswer(call, answer, (format) => backtestReport(answer, format));
    await draw(call, answer);
    return answer.held === null || answer.failed.length > 0 ? 1 : 0;
  },
};

async function draw(call: Call, answer: ReturnType<typeof backtest>): Promise<void> {
  const file = call.text("svg");
  const picture = backtestPicture(answer);
  if (file === undefined || picture === null) return;
  const text = toSvg(picture, { format: callFormat(call, undefined) });
  await writeOutput({ ...call, text: (name) => (name === "output" ? file : call.text(name)) }, text);
}

const PERIODS = ["month", "week"] as const;

function periodOf(typed: string | undefined): "month" | "week" | undefined {
  const found = PERIODS.find((one) => one === typed);
  if (typed !== undefined && found === undefined)
    throw new UsageError(`--per is month or week; ${nearestHint(typed, PERIODS)}`);
  return found;
}

function shareOption(call: Call, name: "level" | "chance"): string | undefined {
  const typed = call.text(name);
  const share = typed === undefined ? undefined : parseRateText(typed);
  if (typed === undefined || (share !== undefined && isPositive(share) && compare(share, ONE) < 0))
    return typed;
  throw new UsageError(
    `--${name} needs a share between 0% and 100%, such as 80%; got ${JSON.stringify(typed)}`,
  );
}
