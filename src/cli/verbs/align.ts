import { align } from "../../align/align.js";
import { nameOf } from "../../align/read-plans.js";
import { pathText } from "../../schema/issue.js";
import type { PlanInput, TeamInput } from "../../plan/plan.js";
import { alignmentReport } from "../../report/alignment-report.js";
import { readYaml, safeParsePlanYaml } from "../../yaml/index.js";
import { InputError, nearestHint, UsageError } from "../failure.js";
import { printAnswer } from "../print.js";
import { readText } from "../read-plan.js";
import { ANSWER, COMMON, type Call, type Verb } from "../verb.js";
import type { ExitCode } from "../world.js";
import { isPlanError } from "../../schema/plan-error.js";

/** `align sales.yaml marketing.yaml`: whether several plans can be met together. */
export const alignVerb: Verb = {
  name: "align",
  summary: "Check whether several plans fit together, week by week, over shared teams.",
  usage: "<file> <file...> [options]",
  options: {
    teams: { type: "text", value: "file", help: "Read the shared teams from a file, by name." },
    company: { type: "text", value: "name", help: "The plan whose goal the others add up to." },
    ...ANSWER,
    ...COMMON,
  },
  example: "reverse-funnel align sales.yaml marketing.yaml support.yaml --teams teams.yaml",
  notes:
    "Teams with one name are one team: list them in --teams, or write them the same way in each plan.\n" +
    "Exits with 1 if the plans do not fit; the answer says which, in which weeks, and how to fix it.",
  run: async (call): Promise<ExitCode> => {
    const files = await readPlans(call);
    const teams = await readTeams(call);
    const company = companyOf(call, files);
    const answer = within(files, teams, () =>
      align(
        files.map(({ plan }) => plan),
        teams?.data,
        { company },
      ),
    );
    printAnswer(call, answer, (options) => alignmentReport(answer, options));
    return answer.status === "aligned" ? 0 : 1;
  },
};

interface File<Data> {
  readonly name: string;
  readonly text: string;
  readonly data: Data;
}

type PlanFile = File<unknown> & { readonly plan: PlanInput };
type TeamsFile = File<Readonly<Record<string, TeamInput>>>;

async function readPlans({ world, words }: Call): Promise<PlanFile[]> {
  if (words.length === 0) throw new UsageError("align needs plans: files, or - for standard input");
  const files: PlanFile[] = [];
  for (const name of words) {
    const text = await readText(world, name);
    const result = safeParsePlanYaml(text);
    if (!result.success) throw new InputError(name, result.error.issues);
    files.push({ name, text, data: result.data, plan: result.data });
  }
  return files;
}

async function readTeams({ world, text: option }: Call): Promise<TeamsFile | undefined> {
  const name = option("teams");
  if (name === undefined) return undefined;
  const text = await readText(world, name);
  const { data, issues } = readYaml(text);
  if (issues.length > 0) throw new InputError(name, issues);
  // A file that was written for this may have its teams at the top, or under the key that they have in a plan.
  const teams = typeof data === "object" && data !== null && "teams" in data ? data.teams : data;
  return { name, text, data: teams as TeamsFile["data"] };
}

function companyOf({ text }: Call, files: readonly PlanFile[]): string | undefined {
  const name = text("company");
  const known = files.map(({ plan }, index) => nameOf(plan, index));
  if (name === undefined || known.includes(name)) return name;
  throw new UsageError(`no plan is called ${JSON.stringify(name)}; ${nearestHint(name, known)}`);
}

/** Gives issues their file, line and column. */
function within<Answer>(
  files: readonly PlanFile[],
  teams: TeamsFile | undefined,
  work: () => Answer,
): Answer {
  try {
    return work();
  } catch (error) {
    if (!isPlanError(error)) throw error;
    const { issues } = error;
    const [first] = issues;
    const file = first?.path[0] === "plans" ? files[Number(first.path[1])] : teams;
    if (file === undefined)
      throw new UsageError(issues.map((issue) => `${pathText(issue.path)}: ${issue.message}`).join("\n"));
    const { positionOf } = readYaml(file.text);
    const own = issues.filter(
      ({ path }) => path[0] === first?.path[0] && (path[0] !== "plans" || path[1] === first?.path[1]),
    );
    throw new InputError(
      file.name,
      own.map((issue) => {
        const path = issue.path.slice(issue.path[0] === "plans" ? 2 : 1);
        return { ...issue, path, ...positionOf(path) };
      }),
    );
  }
}
