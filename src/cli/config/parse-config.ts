import { parseResult, type ParseResult } from "../../schema/parse-result.js";
import { configShape, type Config } from "./config-schema.js";
import { parseShape } from "../../schema/parse-shape.js";

/** Reads a config from data of any origin; all issues come at once. */
export function safeParseConfig(data: unknown): ParseResult<Config> {
  const { data: config, issues } = parseShape(configShape, data);
  return parseResult<Config>(config, issues);
}
