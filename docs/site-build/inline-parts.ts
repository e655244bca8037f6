import { readdirSync } from "node:fs";
import { join } from "node:path";

import { type Application, CommentTag, type Context, Converter, type DeclarationReflection } from "typedoc";

import { DOORS } from "./names.js";
import { readText, ROOT } from "./repository.js";

const INLINE = "@inlineType";

/** Parts that only their name stands for: what all sentences are made of, and what makes a misspelt name a compile error. */
export const BY_NAME: readonly string[] = [
  "Owned",
  "ExplanationData",
  "ExplanationOf",
  "SaidExplanation",
  "CheckFinding",
  "Count",
  "DaySpan",
  "FeasibleSolution",
  "ForecastRange",
  "LogSnapshotOptions",
  "MovedCount",
  "IssueCodes",
  "RateInput",
  "ShareOfDeals",
  "WinsRange",
];

/** Shows a type that no door hands on where it is used, as part of the type that a user can name. */
export function inlineParts(app: Application): void {
  const parts = namesOfParts();
  app.converter.on(
    Converter.EVENT_CREATE_DECLARATION,
    (_: Context, { name, comment }: DeclarationReflection) => {
      if (!/^reverse-funnel(\/|$)/.test(name) || comment === undefined) return;
      comment.blockTags.push(...parts.map((part) => new CommentTag(INLINE, [{ kind: "text", text: part }])));
    },
  );
  app.converter.on(Converter.EVENT_RESOLVE_BEGIN, ({ project }: Context) => {
    for (const { comment } of project.children ?? []) comment?.removeTags(INLINE);
  });
}

/** The interfaces and types of the sources that are in no door. */
function namesOfParts(): string[] {
  const offered = new Set(Object.keys(DOORS).flatMap((door) => readText(door).match(/\b[A-Z]\w*/g) ?? []));
  const files = readdirSync(join(ROOT, "src"), { recursive: true, encoding: "utf8" });
  const declared = files.filter((file) => file.endsWith(".ts")).flatMap((file) => namesIn(`src/${file}`));
  return [...new Set(declared)].filter((name) => !offered.has(name) && !BY_NAME.includes(name));
}

function namesIn(file: string): string[] {
  return [...readText(file).matchAll(/^(?:export )?(?:interface|type) (\w+)/gm)].flatMap(
    ([, name]) => name ?? [],
  );
}
