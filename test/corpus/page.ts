import { readdirSync, readFileSync } from "node:fs";

import { parse } from "yaml";
import * as z from "zod";

import { pathText } from "../../src/schema/issue.js";
import { safeParsePlan } from "../../src/plan/parse.js";

const exactNumber = z.union([z.number(), z.string()]).transform(String);

const figureSchema = z.strictObject({
  /** What the page calls it, or would. */
  name: z.string(),
  /** Where it stands in the targets: `[stages, proposal, total]`. */
  at: z.array(z.union([z.string(), z.number()])).min(1),
  /** Splits what stands at `at` evenly into so many parts: the months of a year, the people of a team. */
  over: z.number().optional(),
  /** The calculation by hand. */
  by: z.string(),
  /** Its result before any rounding of ours: a decimal, or a ratio such as 125/6. */
  exact: exactNumber,
  /** The whole number to go for; left out where only the exact value is of interest. */
  answer: z.number().optional(),
  /** What the page prints. */
  printed: z.number().optional(),
  /** Where the two differ: how the page went wrong. */
  differs: z.string().optional(),
});

const keepingSchema = z.strictObject({
  to: z.string(),
  stage: z.string(),
  units: exactNumber,
  wins: exactNumber,
  amount: exactNumber,
});

/** One published example; test/corpus/README.md says what each field is for. */
const pageSchema = z.strictObject({
  title: z.string(),
  /** Left out where none is known. */
  address: z.url().optional(),
  kind: z.string(),
  quote: z.string(),
  verdict: z.enum(["right", "wrong", "not printed"]),
  judgement: z.string(),
  plan: z.record(z.string(), z.unknown()),
  figures: z.array(figureSchema).min(1),
  /** What keeping to the page's own numbers brings. */
  keeping: z.array(keepingSchema).default([]),
  /** Kinds of assumption that the answer must name. */
  assumes: z.array(z.string()).default([]),
});

/** A published example as it was read. */
export type Page = z.infer<typeof pageSchema> & { readonly file: string };

/** One figure of an example. */
export type Figure = z.infer<typeof figureSchema>;

const folder = new URL("pages/", import.meta.url);

/** Reads every example of the folder, by file name. */
export function readPages(): Page[] {
  const files = readdirSync(folder).filter((file) => file.endsWith(".yaml"));
  return files
    .sort()
    .map((file) => ({ file, ...pageSchema.parse(parse(readFileSync(new URL(file, folder), "utf8"))) }));
}

/** Reads the plan of an example; what is wrong with it comes as one error that names the file. */
export function planOf({ file, plan }: Page) {
  const result = safeParsePlan(plan);
  if (result.success) return result.data;
  const lines = result.error.issues.map(({ path, message }) => `${pathText(path)}: ${message}`);
  throw new SyntaxError(`${file}\n${lines.join("\n")}`);
}
