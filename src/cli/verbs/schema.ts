import { planJsonSchema } from "../../plan/json-schema.js";
import { COMMON, type Verb } from "../verb.js";
import { noMoreWords } from "../words.js";

/** `schema`: the JSON Schema of a plan, for editors. */
export const schemaVerb: Verb = {
  name: "schema",
  summary: "Print the JSON Schema of a plan, for editors and other tools.",
  usage: "[options]",
  options: { json: { type: "flag", help: "Print JSON (it always does)." }, ...COMMON },
  example: "reverse-funnel schema > plan.schema.json",
  run: (call) => {
    noMoreWords(call, 0);
    call.world.out(`${JSON.stringify(planJsonSchema(), null, 2)}\n`);
    return 0;
  },
};
