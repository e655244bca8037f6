import { forecast } from "../../forecast/forecast.js";
import type { Plan } from "../../plan/plan.js";
import { toHtml } from "../../report/html/to-html.js";
import { toMarkdown } from "../../report/markdown/to-markdown.js";
import type { Format as FigureFormat } from "../../format/format.js";
import { planReport, type PlanAnswers, type PlanReportOptions } from "../../report/plan-report.js";
import { APPENDIX_PARTS, PAGE_PARTS, REPORT_PARTS, type ReportPart } from "../../report/report-part.js";
import type { Report } from "../../report/report.js";
import { toSvg } from "../../charts/to-svg.js";
import { solve } from "../../solve/solve.js";
import { attainment } from "../../track/attainment.js";
import { bestChange } from "../../track/best-change.js";
import { replan } from "../../track/replan.js";
import { changesSince, type Since } from "../../track/since.js";
import { track, type Track } from "../../track/track.js";
import { compare } from "../../sensitivity/compare.js";
import { levers } from "../../sensitivity/levers.js";
import { AGAINST, comparedWith, readAgreed } from "../agreed.js";
import { CONFIG } from "../config/with-config.js";
import { nearestHint, UsageError } from "../failure.js";
import { keepInputs } from "../keep-inputs.js";
import { EARLIER, readEarlier } from "../earlier.js";
import { EITHER, HAPPENED, happenedFiles, readHappened } from "../happened.js";
import { readScenarios } from "../read-scenarios.js";
import { callFormat } from "../call-format.js";
import { CHANCES, readChances } from "../needed-snapshot.js";
import { PACE, readPace } from "../read-pace.js";
import { readData } from "../read-data.js";
import { readSnapshot } from "../read-snapshot.js";
import { PEOPLE, readTeam, TEAM } from "../whose.js";
import { readPlan } from "../read-plan.js";
import { formatOf, type Format } from "../report-format.js";
import { COMMON, type Call, type Verb } from "../verb.js";
import type { ExitCode } from "../world.js";
import { OUTPUT, writeOutput } from "../write-output.js";

const PICTURES = ["funnel", "calendar", "progress", "waterfall", "utilisation", "tornado", "channels"];

/** `report plan.yaml -o report.html`: the whole plan on a page, for whoever leads it. */
export const reportVerb: Verb = {
  name: "report",
  takesLong: true,
  summary: "Put a plan on one page for whoever leads it, with an appendix.",
  usage: "<file> [export...] [options]",
  options: {
    ...HAPPENED,
    ...PACE,
    ...CHANCES,
    since: {
      type: "text",
      value: "file",
      help: "Add what has changed since: what track --json printed, or a snapshot.",
    },
    sections: { type: "text", value: "names", help: "Only these parts, as week,progress,causes." },
    ...AGAINST,
    ...EARLIER,
    ...TEAM,
    ...PEOPLE,
    format: {
      type: "text",
      value: "format",
      help: "html, md, svg or json; default: by the file's ending, else html.",
    },
    picture: {
      type: "text",
      value: "name",
      help: "One picture on its own, as SVG: funnel, calendar, progress, …",
    },
    scenarios: {
      type: "text",
      value: "file",
      help: "Add versions of the plan side by side, as compare takes them.",
    },
    calendar: { type: "flag", help: "Add what to do on each day, month by month." },
    locale: { type: "text", value: "tag", help: "Write numbers as there: de-DE, en-IN, …" },
    exact: { type: "flag", help: "Round no figure of the tables: 200/3 instead of 66.7." },
    json: { type: "flag", help: "The same as --format json." },
    ...OUTPUT,
    ...CONFIG,
    ...COMMON,
  },
  example: "reverse-funnel report plan.yaml --snapshot now.yaml -o report.html --force",
  notes:
    "The page is self-contained: pictures are inside, no script runs, and it loads nothing.\n" +
    "Without -o it is printed. An existing file stays unless you add --force, as you would for a report\n" +
    "that is written again each Monday.\n" +
    "Its first page says whether the goal is reached, what to do this week, why, and what helps most.\n" +
    `Pictures: ${PICTURES.join(", ")}.\n` +
    `Sections: ${PAGE_PARTS.join(", ")};\nof the appendix ${APPENDIX_PARTS.slice(0, 10).join(", ")},\n${APPENDIX_PARTS.slice(10, 18).join(", ")},\n${APPENDIX_PARTS.slice(18).join(", ")}.\n` +
    `${EITHER}\n` +
    "Exits with 1 if the goal is out of reach.",
  run: async (call): Promise<ExitCode> => {
    await keepInputs(call, [
      ...[call.words[0], call.config?.file, call.text("since"), call.text("previous")],
      ...happenedFiles(call),
    ]);
    const format = formatOf(call);
    const sections = partsOf(call.text("sections"));
    const picture = pictureOf(call, format);
    const { plan, within } = await readPlan(call);
    const figures = callFormat(call, plan.currency);
    const answers = await answersOf(call, plan, within);
    const options: PlanReportOptions = {
      ...{ calendar: call.flag("calendar"), people: call.flag("people"), format: figures, sections },
      team: readTeam(call, answers.answer),
    };
    const report = planReport(answers, options);
    const file = await writeOutput(
      call,
      written(picture === undefined ? report : only(report, picture), format, figures),
    );
    if (file !== undefined) call.world.err(`Wrote ${file}.\n`);
    return answers.answer.status === "infeasible" || answers.progress?.track.status === "out of reach"
      ? 1
      : 0;
  },
};

async function answersOf(
  call: Call,
  plan: Plan,
  within: <Answer>(work: () => Answer) => Answer,
): Promise<PlanAnswers> {
  const happened = await readHappened(call, plan);
  const snapshot = happened?.snapshot;
  const pace = readPace(call.text("pace"));
  const idle = ["pace", "since"].find((option) => call.text(option) !== undefined);
  if (snapshot === undefined && idle !== undefined)
    throw new UsageError(`--${idle} is about what has happened: add --snapshot <file>`);
  const file = call.text("scenarios");
  const scenarios = file === undefined ? undefined : await readScenarios(call.world, file);
  const answer = within(() => ({
    answer: solve(plan),
    levers: levers(plan),
    comparison: scenarios === undefined ? undefined : compare(plan, scenarios),
  }));
  if (snapshot === undefined) return answer;
  const chances = await readChances(call, plan);
  const tracked = within(() => track(plan, snapshot, { pace, ...chances }));
  const since = await readSince(call, plan, tracked);
  const agreed = await readAgreed(call);
  const earlier = happened === undefined ? undefined : await readEarlier(call, plan, happened);
  const progress = within(() => ({
    earlier,
    against: comparedWith(call, plan, snapshot, agreed),
    ...{ snapshot, track: tracked, forecast: forecast(plan, snapshot, { pace }), since },
    ...{ replan: replan(plan, snapshot), change: bestChange(plan, snapshot) },
    attainment: attainment(plan, snapshot),
  }));
  return { ...answer, progress };
}

/** What has changed since the answer of `track`, or the snapshot, in the file of `--since`. */
async function readSince(call: Call, plan: Plan, now: Track): Promise<Since | undefined> {
  const file = call.text("since");
  if (file === undefined) return undefined;
  const data = await readData(call.world, file);
  const isAnswer = typeof data === "object" && data !== null && "verdict" in data;
  const then = isAnswer ? data : track(plan, await readSnapshot(call.world, file, plan));
  const since = changesSince(now, then);
  if (since !== undefined) return since;
  throw new UsageError(
    `--since needs what track --json printed, or a snapshot, of a day before ${now.asOf}; ${file} is neither`,
  );
}

/** The parts that were typed, as `week,progress`. */
function partsOf(typed: string | undefined): readonly ReportPart[] | undefined {
  return typed?.split(",").map((word) => {
    const name = word.trim();
    const part = REPORT_PARTS.find((each) => each === name);
    if (part !== undefined) return part;
    throw new UsageError(`there is no section ${JSON.stringify(name)}; ${nearestHint(name, REPORT_PARTS)}`);
  });
}

function written(report: Report, format: Format, figures: FigureFormat): string {
  switch (format) {
    case "html":
      return toHtml(report, { format: figures });
    case "md":
      return toMarkdown(report);
    case "svg":
      return toSvg(report, { format: figures });
    case "json":
      return `${JSON.stringify(report, null, 2)}\n`;
  }
}

function pictureOf({ text }: Call, format: Format): string | undefined {
  const typed = text("picture");
  if (typed === undefined) return undefined;
  if (format !== "svg")
    throw new UsageError(`--picture is drawn as SVG; it does not go with --format ${format}`);
  if (PICTURES.includes(typed)) return typed;
  throw new UsageError(`there is no picture ${JSON.stringify(typed)}; ${nearestHint(typed, PICTURES)}`);
}

/** The report with one of its pictures and nothing else. */
function only(report: Report, kind: string): Report {
  const found = report.sections
    .map(({ title, blocks }) => ({
      title,
      blocks: blocks.filter((block) => block.kind === "picture" && block.picture.kind === kind),
    }))
    .filter(({ blocks }) => blocks.length > 0);
  if (found.length > 0) return { ...report, sections: found };
  const shown: string[] = report.sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === "picture" ? [block.picture.kind] : [])),
  );
  if (["progress", "waterfall"].includes(kind) && !shown.includes("progress"))
    throw new UsageError(`a picture ${JSON.stringify(kind)} needs what has happened: --snapshot <file>`);
  throw new UsageError(
    `this plan has nothing for a picture ${JSON.stringify(kind)}; it has ${shown.join(", ")}`,
  );
}
