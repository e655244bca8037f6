import { callFormat } from "../call-format.js";
import { checkReport } from "../../report/check/check-report.js";
import { toGithub } from "../../report/check/to-github.js";
import { toJunit } from "../../report/check/to-junit.js";
import { toMarkdown } from "../../report/markdown/to-markdown.js";
import { check, invalidPlan, type CheckCase, type CheckResult } from "../../track/check.js";
import { readYaml, safeParsePlanYaml } from "../../yaml/index.js";
import { backtest } from "../../history/backtest/backtest.js";
import type { Backtest } from "../../history/backtest/answer.js";
import type { Plan } from "../../plan/plan.js";
import { parseAsOf } from "../as-of.js";
import { EXPORTS, readJourneys } from "../read-journeys.js";
import { UsageError } from "../failure.js";
import { printAnswer } from "../print.js";
import { readData } from "../read-data.js";
import { readText } from "../read-plan.js";
import { ANSWER, COMMON, type Call, type Verb } from "../verb.js";
import { noMoreWords } from "../words.js";

const FORMATS = ["text", "json", "junit", "github", "markdown"] as const;

/**
 * `check plan.yaml --against targets.json --format github`: for CI.
 *
 * @throws UsageError where no plan is named
 */
export const checkVerb: Verb = {
  name: "check",
  summary: "Check a plan in CI: is it valid, within reach, and as agreed?",
  usage: "<file> [export...] [options]",
  options: {
    against: {
      type: "text",
      value: "file",
      help: "The agreed targets, as solve --json printed them.",
    },
    snapshot: {
      type: "text",
      value: "file",
      help: "What has happened so far; adds checks of progress.",
    },
    ...EXPORTS,
    format: { type: "text", value: "format", help: "text (default), json, junit, github or markdown." },
    ...ANSWER,
    ...COMMON,
  },
  example: "reverse-funnel check plan.yaml --against targets.json --format github",
  notes:
    "Exits with 1 if a check fails, and with 2 if the plan or a file beside it is not valid.\n" +
    "With --crm, files after the plan are exports: a check says whether forecasts of the past held.",
  run: async (call) => {
    const isExport = ["crm", "map"].some((option) => call.text(option) !== undefined);
    if (!isExport) noMoreWords(call, 1);
    const [file] = call.words;
    if (file === undefined) throw new UsageError("check needs a plan: a file, or - for standard input");
    const format = formatOf(call);
    const result = await checked(call, file);
    print(call, format, result, file);
    return result.ok ? 0 : result.valid ? 1 : 2;
  },
};

type Format = (typeof FORMATS)[number];

function formatOf(call: Call): Format {
  const typed = call.text("format") ?? (call.flag("json") ? "json" : "text");
  const format = FORMATS.find((name) => name === typed);
  if (format === undefined)
    throw new UsageError(`there is no format ${JSON.stringify(typed)}; write one of ${FORMATS.join(", ")}`);
  return format;
}

async function checked(call: Call, file: string): Promise<CheckResult> {
  const { world, text, words } = call;
  const written = await readText(world, file);
  const parsed = safeParsePlanYaml(written);
  if (!parsed.success) return invalidPlan(parsed.error.issues);
  const [against, snapshot] = [text("against"), text("snapshot")];
  const result = check(parsed.data, {
    against: against === undefined ? undefined : await readData(world, against),
    snapshot: snapshot === undefined ? undefined : await readData(world, snapshot),
    backtest: words.length > 1 ? await tested(call, parsed.data) : undefined,
    today: world.today(),
  });
  return withPlaces(result, written);
}

/** How forecasts of the past would have done, from the exports after the plan. */
async function tested(call: Call, plan: Plan): Promise<Backtest> {
  const read = await readJourneys(call, call.words.slice(1), plan.funnel);
  return backtest(plan, read.journeys, { asOf: parseAsOf(call, read) });
}

/** Says at which line of the plan each failure stands; those about another file stand nowhere in it. */
function withPlaces(result: CheckResult, text: string): CheckResult {
  const { positionOf } = readYaml(text);
  const placed = (each: CheckCase): CheckCase =>
    each.path.length === 0 || each.finding.check === "activity"
      ? each
      : { ...each, ...positionOf(each.path) };
  const cases = result.cases.map(placed);
  return { ...result, cases, failures: cases.filter(({ status }) => status === "failed") };
}

function print(call: Call, format: Format, result: CheckResult, file: string): void {
  const { world } = call;
  switch (format) {
    case "json":
      world.out(`${JSON.stringify(result, null, 2)}\n`);
      return;
    case "junit":
      world.out(toJunit(result, { suite: file }));
      return;
    case "github":
      world.out(toGithub(result, { file }));
      return;
    case "markdown":
      world.out(toMarkdown(checkReport(result, { format: callFormat(call) })));
      return;
    case "text":
      printAnswer(call, result, (options) => checkReport(result, options));
  }
}
