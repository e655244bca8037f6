import { jsonSchemaOf } from "../../plan/json-schema.js";
import { CONFIG_SENTENCES } from "./config-sentences.js";
import { configShape } from "./config-schema.js";

/** Makes the JSON Schema of a config file, for editors. Run once, when the package is built. */
export function configJsonSchema(): object {
  return jsonSchemaOf(configShape, "config", "Config", CONFIG_SENTENCES);
}
