import { readSentences, type Sentences } from "./sentences.js";

const WRITTEN = "test/sentences/written.ts";

/** What stands in `src/plan/key-sentences.ts`: the sentences of all keys, as the sources say them. */
export function keySentences(): string {
  const plan = listed("PLAN_SENTENCES", "a plan", readSentences(WRITTEN, "WrittenPlan"));
  const snapshot = listed("SNAPSHOT_SENTENCES", "a snapshot", readSentences(WRITTEN, "WrittenSnapshot"));
  return `// Made by \`npm run sentences\` from the comments of the keys, which editors show too. Do not edit.\n\n${plan}\n${snapshot}`;
}

/** A list of sentences, as a constant of TypeScript. */
export function listed(name: string, noun: string, sentences: Sentences): string {
  const rows = Object.entries(sentences).map(
    ([path, text]) => `  ${JSON.stringify(path)}: ${JSON.stringify(text)},`,
  );
  const type = "Readonly<Record<string, string>>";
  return `/** The sentence of each key of ${noun}, by its path. */\nexport const ${name}: ${type} = {\n${rows.join("\n")}\n};\n`;
}
