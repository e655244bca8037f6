import { answerFormat } from "../answer-format.js";
import { AGAINST, readAgreed } from "../agreed.js";
import { CONFIG, withChecks } from "../config/with-config.js";
import { callFormat } from "../call-format.js";
import { checkReport } from "../../report/check/check-report.js";
import { toGithub } from "../../report/check/to-github.js";
import { toJunit } from "../../report/check/to-junit.js";
import { toMarkdown } from "../../report/markdown/to-markdown.js";
import { check, invalidPlan, type CheckCase, type CheckResult } from "../../track/check.js";
import { readYaml, safeParsePlanYaml } from "../../yaml/index.js";
import { backtest } from "../../history/backtest/backtest.js";
import type { Plan } from "../../plan/plan.js";
import type { Journey } from "../../history/journeys/journey.js";
import { HAPPENED, isCounted, readHappened } from "../happened.js";
import { UsageError } from "../failure.js";
import { printAnswer } from "../print.js";
import { readData } from "../read-data.js";
import { noPlan, readText } from "../read-plan.js";
import { ANSWER, COMMON, type Call, type Verb } from "../verb.js";
import { noMoreWords } from "../words.js";

const FORMATS = ["text", "json", "csv", "junit", "github", "markdown"] as const;

/**
 * `check plan.yaml --against targets.json --format github`: for CI.
 *
 * @throws UsageError where no plan is named
 */
export const checkVerb: Verb = {
  name: "check",
  takesLong: true,
  summary: "Check a plan in CI: is it valid, within reach, and as agreed?",
  usage: "<file> [export...] [options]",
  options: {
    ...AGAINST,
    ...HAPPENED,
    snapshot: {
      type: "text",
      value: "file",
      help: "What has happened so far; adds checks of progress.",
    },
    ...ANSWER,
    format: { type: "text", value: "format", help: "text (default), json, csv, junit, github or markdown." },
    ...CONFIG,
    ...COMMON,
  },
  example: "reverse-funnel check plan.yaml --against targets.json --format github",
  notes:
    "Exits with 1 if a check fails, and with 2 if the plan or a file beside it is not valid.\n" +
    "With --crm, files after the plan are exports: they say what has happened, and a check says whether\n" +
    "forecasts of the past held. With --log, an activity log says what was done.",
  run: async (call) => {
    if (!isCounted(call)) noMoreWords(call, 1);
    const [file] = call.words;
    if (file === undefined) throw new UsageError(noPlan("check"));
    const format = answerFormat(call, FORMATS);
    const result = await checked(call, file);
    print(call, format, result, file);
    return result.ok ? 0 : result.valid ? 1 : 2;
  },
};

type Format = (typeof FORMATS)[number];

async function checked(call: Call, file: string): Promise<CheckResult> {
  const { world } = call;
  const written = await readText(world, file);
  const parsed = safeParsePlanYaml(written);
  if (!parsed.success) return invalidPlan(parsed.error.issues);
  const against = await readAgreed(call);
  const { snapshot, journeys, asOf } = await happenedOf(call, parsed.data);
  const result = check(withChecks(parsed.data, call.config?.checks), {
    against,
    snapshot,
    backtest: journeys === null ? undefined : backtest(parsed.data, journeys, { asOf }),
    today: world.today(),
  });
  return withPlaces(result, written);
}

/** What has happened; a file of it is checked, not read, so that what is wrong with it is a failure like others. */
async function happenedOf(call: Call, plan: Plan): Promise<CheckedWith> {
  const happened = isCounted(call) ? await readHappened(call, plan) : undefined;
  if (happened !== undefined) return { ...happened, asOf: happened.snapshot.asOf };
  const file = call.text("snapshot");
  return file === undefined ? NOTHING : { ...NOTHING, snapshot: await readData(call.world, file) };
}

interface CheckedWith {
  readonly snapshot: unknown;
  readonly journeys: readonly Journey[] | null;
  readonly asOf: string | undefined;
}

const NOTHING: CheckedWith = { snapshot: undefined, journeys: null, asOf: undefined };

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
    case "csv":
    case "text":
      printAnswer(call, result, (options) => checkReport(result, options));
  }
}
