import { readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import ts from "typescript";
import { describe, expect, test } from "vitest";

import { generalHelp, verbHelp } from "../src/cli/help.js";
import { STARTERS } from "../src/cli/starters/starters.js";
import { VERBS } from "../src/cli/verbs.js";

// Guides, help and messages speak the words of the trade, one word for one thing. Here are the words we dropped, each with
// what to write instead. The changelog alone may name them.

const root = join(dirname(fileURLToPath(import.meta.url)), "..");

/** A word that nobody outside this project would use, and the one that a colleague in sales operations would. */
const DROPPED: readonly (readonly [pattern: RegExp, instead: string])[] = [
  [/\bmend(?:s|ed|ing)?\b/i, "fix"],
  [/\bways? out\b/i, "fix"],
  [/\b(?:would|will) do\b(?! (?:it|so|that)\b)/i, "fixes the plan, is enough"],
  [/\bhand-?overs?\b/i, "handoff; the rounding is cascade"],
  [/\bceilings\b/i, "loss limits"],
  [/\bon course\b/i, "on track"],
  [/\btime off\b/i, "absences"],
  [/\bfull-time share\b/i, "fte"],
  [/\bbusy minutes\b/i, "overhead minutes"],
  [/\bseasons?\b/i, "seasonality"],
  [/\bopen work\b/i, "pipeline"],
  [/\b(?:taken|takes?|took) (?:\w+ )?for granted\b/i, "assumptions, assumes"],
  [/^(?:Why not|How far it goes)$/, "Why it is out of reach; Best reachable goal"],
  [/\bstands? in\b/i, "is in"],
  [/\bso (?:many|often|large)\b/i, "that many, how often"],
  [/\b(?:comes?|becomes?) of\b/i, "leads to, results from"],
  [/\bh(?:e|o)ld(?:s|ing)? (?:\S+ ){0,4}?against\b/i, "compare with"],
  [/\banew\b/i, "again"],
  [/\bdealt\b|\bdeal(?:s|ing)? out\b/i, "assign, apportion"],
  [
    /\bmoreThanLuck\b|\bstillNeeded\b|\blands(?:Today)?\b/,
    "significant, remaining, minOnTimeShare, onTimeShareToday",
  ],
  [
    /\b(?:timeOff|fullTime|busyMinutesPerDay|withLearned|applyMend|reportOf|PlanReading)\b/,
    "the new name, see the changelog",
  ],
];

/** What a text says in a word that we dropped, with its line. */
function droppedIn(text: string): string[] {
  const found = DROPPED.flatMap(([pattern, instead]) =>
    [...text.matchAll(new RegExp(pattern.source.replaceAll(" ", "\\s+"), `${pattern.flags}gm`))].map(
      (match) => {
        const line = text.slice(0, match.index).split("\n").length;
        return {
          line,
          said: `line ${line}: ${JSON.stringify(match[0].replace(/\s+/g, " "))}, write: ${instead}`,
        };
      },
    ),
  );
  return found.sort((a, b) => a.line - b.line).map(({ said }) => said);
}

const read = (file: string): string => readFileSync(join(root, file), "utf8");

function filesUnder(folder: string, ending: string): string[] {
  const names = readdirSync(join(root, folder), { recursive: true, encoding: "utf8" });
  return names
    .filter((name) => name.endsWith(ending))
    .map((name) => `${folder}/${name.replaceAll("\\", "/")}`)
    .sort();
}

/** Lines stay where they are; what a command prints, and what an answer says, is judged where it is made. */
const withoutOutput = (markdown: string): string =>
  markdown
    .replace(/^```(?:text|xml|json|markdown)\n[\s\S]*?^```$/gm, (fence) => fence.replace(/[^\n]/g, ""))
    .replace(/\/\/ => .*$/gm, "")
    .replace(/^> .*$/gm, "");

/** The sentences and words of a source: its texts, without those that only name a file or a type. */
function textsOf(file: string): string[] {
  const source = ts.createSourceFile(file, read(file), ts.ScriptTarget.ES2022, true);
  const texts: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return;
    const isText =
      ts.isStringLiteral(node) ||
      ts.isNoSubstitutionTemplateLiteral(node) ||
      ts.isTemplateHead(node) ||
      ts.isTemplateMiddle(node) ||
      ts.isTemplateTail(node);
    if (isText) texts.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return texts;
}

/** Words that sentences of answers still say in many places; whoever rewrites the last takes the line away. */
const STILL_SAID = /\bopen work\b|\blands\b/gi;

/** Other sentences of answers that say it the old way; whoever rewrites one takes it off this list. */
const NOT_YET: ReadonlySet<string> = new Set([
  "no working day would do",
  "; the work is dealt one by one, by who has most time left for it",
  "hand-over",
  "Why not",
  'Time off of "',
  ". If that is meant, write the targets anew: reverse-funnel solve plan.yaml --json > targets.json.",
]);

describe("no word that we dropped is in", () => {
  const pages = [
    "README.md",
    "CONTRIBUTING.md",
    ...filesUnder("docs", ".md"),
    ...filesUnder("examples", ".md"),
  ];
  test.each(pages)("%s", (page) => {
    expect(droppedIn(withoutOutput(read(page)))).toEqual([]);
  });

  test.each(VERBS.map((verb) => [verb.name, verb] as const))("the help of %s", (_, verb) => {
    expect(droppedIn(verbHelp(verb))).toEqual([]);
  });

  test("the help of the command", () => {
    expect(droppedIn(generalHelp(VERBS))).toEqual([]);
  });

  test.each([...STARTERS])("the starter plan %s", (_, { plan }) => {
    expect(droppedIn(plan("2026-01-15"))).toEqual([]);
  });

  test.each(filesUnder("examples", ".yaml"))("%s", (file) => {
    expect(droppedIn(read(file))).toEqual([]);
  });

  test.each(filesUnder("src", ".ts"))("the texts of %s", (file) => {
    const texts = textsOf(file).filter((text) => !NOT_YET.has(text));
    expect(texts.map((text) => text.replace(STILL_SAID, "…")).flatMap(droppedIn)).toEqual([]);
  });
});

describe("the search for dropped words", () => {
  test("finds one over a line's end, and says where and what to write", () => {
    expect(droppedIn("Each plan is\nheld\nagainst the weeks.")).toEqual([
      'line 2: "held against", write: compare with',
    ]);
  });

  test("leaves the words that only look alike", () => {
    expect(
      droppedIn("The ceiling of a number. An amendment. Holdings. A deal is won. It stands on its own."),
    ).toEqual([]);
  });

  test("passes over what a command prints, and keeps the lines", () => {
    expect(withoutOutput("a\n```text\nmend\n```\nb\n")).toBe("a\n\n\n\nb\n");
  });
});
