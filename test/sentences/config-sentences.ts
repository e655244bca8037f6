import { listed } from "./key-sentences.js";
import { readSentences } from "./sentences.js";

/** What stands in `src/cli/config/config-sentences.ts`: the sentences of all keys of a config. */
export function configSentences(): string {
  const sentences = readSentences("src/cli/config/config-schema.ts", "Config");
  return `// Made by \`npm run sentences\` from the comments of the keys, which editors show too. Do not edit.\n\n${listed("CONFIG_SENTENCES", "a config", sentences)}`;
}
