import { configJsonSchema } from "../config/config-json-schema.js";
import { planJsonSchema, snapshotJsonSchema } from "../../plan/json-schema.js";
import { nearestHint, UsageError } from "../failure.js";
import { COMMON, type Verb } from "../verb.js";
import { noMoreWords } from "../words.js";

const SCHEMAS = new Map([
  ["plan", planJsonSchema],
  ["snapshot", snapshotJsonSchema],
  ["config", configJsonSchema],
]);

/**
 * `schema`, `schema snapshot`, `schema config`: the JSON Schema of a file, for editors.
 *
 * @throws UsageError for a schema that there is not
 */
export const schemaVerb: Verb = {
  name: "schema",
  summary: "Print the JSON Schema of a plan, a snapshot or a config file, for editors.",
  usage: "[plan|snapshot|config] [options]",
  options: { json: { type: "flag", help: "Print JSON, as it does anyway." }, ...COMMON },
  example: "reverse-funnel schema > plan.schema.json",
  run: (call) => {
    noMoreWords(call, 1);
    const name = call.words[0] ?? "plan";
    const made = SCHEMAS.get(name);
    if (made === undefined)
      throw new UsageError(
        `there is no schema ${JSON.stringify(name)}; ${nearestHint(name, [...SCHEMAS.keys()])}`,
      );
    call.world.out(`${JSON.stringify(made(), null, 2)}\n`);
    return 0;
  },
};
