import { applyLearned } from "../../history/learning/apply-learned.js";
import { learn } from "../../history/learning/learn.js";
import { safeParsePlanYaml } from "../../yaml/index.js";
import { parseAsOf } from "../as-of.js";
import { findConfig } from "../config/find-config.js";
import { withConfig } from "../config/with-config.js";
import { editPlanText } from "../edit-plan-text.js";
import { InputError, UsageError } from "../failure.js";
import { EXPORTS, readJourneys } from "../read-journeys.js";
import { nextQuarter } from "../starters/period.js";
import type { Call, Verb } from "../verb.js";
import { solveVerb } from "../verbs/solve.js";
import { trackVerb } from "../verbs/track.js";
import type { ExitCode, World } from "../world.js";
import { readGoal, readRates, readStages, readTeam, readWorth, type Reading } from "./answers.js";
import { planText, type Answers } from "./plan-text.js";

const PLANS = ["plan.yaml", "plan.yml", "plan.json"];

/**
 * The command without a verb, in a terminal: what the config or the plan of the folder says for today; where there is none,
 * five questions, and a plan of the answers.
 *
 * @throws UsageError where the questions are not answered
 */
export async function start(world: World): Promise<ExitCode> {
  const config = await findConfig(world);
  if (config !== undefined) {
    const { exports, log, snapshot } = config.config;
    const isGoing = [exports, log, snapshot].some((each) => each !== undefined);
    world.err(`${config.file} names the plan ${config.config.plan}.\n`);
    return show(world, isGoing ? trackVerb : solveVerb, []);
  }
  for (const file of PLANS) {
    if ((await world.identityOf(file)) === undefined) continue;
    world.err(`The plan of this folder is ${file}.\n`);
    return show(world, solveVerb, [file]);
  }
  world.err(
    "There is no plan in this folder. Five questions make one; Ctrl+C leaves everything as it is.\n\n",
  );
  const text = await asked(world);
  await world.writeFile("plan.yaml", text, false);
  world.err("\nWrote plan.yaml.\n");
  return show(world, solveVerb, ["plan.yaml"]);
}

async function show(world: World, verb: Verb, words: readonly string[]): Promise<ExitCode> {
  const call: Call = { world, verb, words, flag: () => false, text: () => undefined };
  const code = await verb.run(await withConfig(call));
  world.err(NEXT);
  return code;
}

const NEXT =
  "\nNext: reverse-funnel report -o report.html, track once something has happened, levers for what is worth moving;\n" +
  "reverse-funnel --help lists every verb.\n";

/** Asks the five questions, and makes the plan of the answers. */
async function asked(world: World): Promise<string> {
  const goal = await until(
    world,
    "1  What do you want to reach, and when? (10 customers in 2026-01; 30000 USD of new MRR in 2026-Q1)\n   > ",
    (text) => readGoal(text, nextQuarter(world.today())),
  );
  const worth = await until(
    world,
    goal.unit === undefined
      ? "2  What is one win worth? (9000 USD; 1000 a month; nothing where it does not matter)\n   > "
      : `2  How many ${goal.unit} does one win bring? (1; 0.25)\n   > `,
    (text) => readWorth(text, goal.metric),
  );
  const stages = await until(
    world,
    "3  Which stages does a deal go through, from the first one to the win? (call, meeting, proposal)\n   > ",
    readStages,
  );
  const team = { goal, worth, stages };
  const { rates, learnedFrom } = await askRates(world, stages);
  const who = await until(
    world,
    "5  Who does the work? (sales: Ana, Ben; or sales 3; nothing where that does not matter)\n   > ",
    readTeam,
  );
  const notes = rates.map((rate) => (rate === undefined ? " # a guess: nobody has said it" : ""));
  const known = rates.map((rate) => rate ?? "50%");
  return checked(learnedText({ ...team, rates: known, notes, team: who }, learnedFrom));
}

type Learned = ReturnType<typeof learn>;

interface RatesFound {
  readonly rates: readonly (string | undefined)[];
  readonly learnedFrom: Learned | undefined;
}

/** The shares that are typed, or those of an export, which is asked again where it does not show these stages. */
async function askRates(world: World, stages: readonly string[]): Promise<RatesFound> {
  for (;;) {
    const answer = await until(
      world,
      `4  What share goes on from each of them? (${stages.map(() => "30%").join(", ")}; or an export: hubspot deals.csv)\n   > `,
      (text) => readRates(text, stages),
    );
    if (answer.kind === "rates") return { rates: answer.rates, learnedFrom: undefined };
    try {
      const map = (await world.identityOf(MAP)) === undefined ? undefined : MAP;
      const call = exportCall(world, { crm: answer.crm ?? (map === undefined ? "csv" : undefined), map });
      const read = await readJourneys(call, [answer.file], stages);
      const learned = learn(read.journeys, { stages, asOf: parseAsOf(call, read), leftOut: read.leftOut });
      return {
        rates: stages.map((stage) => (learned.stages[stage]?.mature === true ? "50%" : undefined)),
        learnedFrom: learned,
      };
    } catch (error) {
      if (error instanceof InputError)
        world.err(error.issues.map(({ message }) => `   ${message}\n`).join(""));
      else if (error instanceof UsageError) world.err(`   ${error.message}\n`);
      else throw error;
    }
  }
}

/** How the columns of an export are read, where that is said beside it. */
const MAP = "map.yaml";

function exportCall(
  world: World,
  said: { readonly crm: string | undefined; readonly map: string | undefined },
): Call {
  const verb: Verb = { ...solveVerb, options: EXPORTS };
  const texts = new Map(Object.entries(said));
  return { world, verb, words: [], flag: () => false, text: (name) => texts.get(name) };
}

/** The plan, with the rates and lags that an export shows in the place of guesses. */
function learnedText(answers: Answers, learned: Learned | undefined): string {
  const text = planText(answers);
  if (learned === undefined) return text;
  const parsed = safeParsePlanYaml(text);
  if (!parsed.success) return text;
  return editPlanText(text, applyLearned(parsed.data, learned).changes) ?? text;
}

/** A plan that is read again before it is written: what is wrong with it is said, and nothing is written. */
function checked(text: string): string {
  const { success, error } = safeParsePlanYaml(text);
  if (!success) throw new InputError("plan.yaml", error.issues);
  return text;
}

/** Asks until an answer is understood. */
async function until<Value>(
  world: World,
  question: string,
  read: (text: string) => Reading<Value>,
): Promise<Value> {
  for (;;) {
    const text = await world.ask(question);
    if (text === undefined) throw new UsageError("the questions were not answered, so nothing was written");
    const reading = read(text);
    if (reading.advice === undefined) return reading.value;
    world.err(`   ${reading.advice}\n`);
  }
}
