import { plainFormat } from "../../src/format/format.js";
import { pathText } from "../../src/schema/issue.js";
import { sayAssumption } from "../../src/words/assumptions.js";
import { sayFix } from "../../src/words/fixes.js";
import { sayReason } from "../../src/words/reasons.js";
import { figuresOfInterfaces, figuresOfUnion, issueMeanings, type Figures } from "./code-meanings.js";
import { ISSUE_EXAMPLES } from "./issue-examples.js";
import { VERDICT_EXAMPLES } from "./verdict-examples.js";
import { ASSUMPTION_EXAMPLES, FIX_EXAMPLES, REASON_EXAMPLES, type Said } from "./said-examples.js";

const INTRO = `# Every code

<!-- Made by \`npm run codes\` from the types and the sentences of the source. Do not edit. -->

Programs read codes, people read sentences. What is wrong with what you wrote is an **issue**; why a goal is out of reach
is a **reason**; a single change that is enough is a **fix**; what an answer rests on is an **assumption**; how a plan
stands is a **verdict**. Codes are stable. Each kind has a type, so the compiler knows them all: \`IssueCode\`,
\`Reason["code"]\`, \`Fix["code"]\`, \`Assumption["code"]\`, \`Verdict["kind"]\`.
`;

const ISSUES = `## Issues

An issue has a \`code\`, a \`path\`, what was \`expected\`, what was \`received\`, and a \`message\` of both with what to write
instead. A plan from text adds \`line\` and \`column\`, a row of a file adds \`row\` and \`header\`. The examples show the path
and the message.
`;

const REASONS = `## Reasons

\`solve\` gives them beside \`status: "infeasible"\`. Each has a \`code\`, a \`path\`, its figures and a \`text\`.
`;

const FIXES = `## Fixes

A fix has a \`code\`, the \`path\` of one number, \`from\` what and \`to\` what it changes, its figures and a \`text\`.
\`applyFix(plan, fix)\` makes the change.
`;

const ASSUMPTIONS = `## Assumptions

An assumption has a \`code\`, a \`kind\`, the \`path\` where the plan would say it, its figures and a \`text\`.
`;

const VERDICTS = `## Verdicts

\`track\` gives one as \`verdict\`: its \`kind\`, the \`stage\` that it is about, and a \`text\`.
`;

/** The page of every code, from the types, their sentences, and what the examples really say. */
export function codesPage(): string {
  const issues = issueMeanings().flatMap(([heading, codes]) => [
    `### ${heading}\n`,
    ...[...codes].map(([code, means]) => issueEntry(code, means)),
  ]);
  const reasons = said(REASON_EXAMPLES, figuresOfInterfaces("src/words/reasons.ts", "ReasonOf"), (data) =>
    sayReason(data, plainFormat),
  );
  const fixes = said(FIX_EXAMPLES, figuresOfUnion("src/words/fixes.ts", "FixKind"), (data) =>
    sayFix(data, plainFormat),
  );
  const assumptions = said(
    ASSUMPTION_EXAMPLES,
    figuresOfUnion("src/words/assumptions.ts", "AssumptionKind"),
    (data) => sayAssumption(data, plainFormat),
  );
  const verdicts = Object.entries(VERDICT_EXAMPLES).map(([kind, { means, judge }]) => {
    const verdict = judge();
    if (verdict.kind !== kind) throw new Error(`the example of ${kind} leads to ${verdict.kind}`);
    return `### ${entry(kind, means, new Map(), verdict.text)}`;
  });
  const parts = [
    INTRO,
    ISSUES,
    ...issues,
    REASONS,
    ...reasons,
    FIXES,
    ...fixes,
    ASSUMPTIONS,
    ...assumptions,
    VERDICTS,
    ...verdicts,
  ];
  return parts.join("\n");
}

function issueEntry(code: string, means: string): string {
  const example = new Map(Object.entries(ISSUE_EXAMPLES)).get(code);
  const found = example?.().find((issue) => issue.code === code);
  if (found === undefined) throw new Error(`the example of ${code} does not lead to it`);
  return `#### ${entry(code, means, new Map(), `${pathText(found.path)}: ${found.message}`)}`;
}

function said<Data>(
  examples: Readonly<Record<string, Said<Data>>>,
  figures: Figures,
  say: (data: Data) => string,
): string[] {
  return Object.entries(examples).map(
    ([code, { means, data }]) =>
      `### ${entry(code, means, figures.get(code) ?? new Map<string, string>(), say(data))}`,
  );
}

function entry(code: string, means: string, figures: ReadonlyMap<string, string>, example: string): string {
  const listed = [...figures].map(([name, sentence]) => `- \`${name}\`: ${sentence}`);
  const list = listed.length === 0 ? "" : `\n${listed.join("\n")}\n`;
  return `\`${code}\`\n\n${means}\n${list}\n> ${escaped(example)}\n`;
}

/** A sentence that Markdown shows as it is. */
function escaped(sentence: string): string {
  return cut(sentence)
    .replace(/ {2,}/g, " ")
    .replace(/[\\*_`<>[\]|#]/g, "\\$&");
}

const LONGEST = 600;

/** A path that is as deep as no plan is says nothing beyond its beginning. */
function cut(sentence: string): string {
  return sentence.length <= LONGEST ? sentence : `${sentence.slice(0, 60)}…${sentence.slice(-LONGEST / 3)}`;
}
