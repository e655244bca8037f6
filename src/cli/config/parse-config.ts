import { parseResult, type ParseResult } from "../../schema/parse-result.js";
import { copyPlainData } from "../../schema/plain-data.js";
import { shapeIssues } from "../../schema/shape-issues.js";
import { configShape, type Config } from "./config-schema.js";

/** Reads a config from data of any origin; all issues come at once. */
export function safeParseConfig(data: unknown): ParseResult<Config> {
  const copy = copyPlainData(data);
  const issues = copy.issues.length > 0 ? copy.issues : shapeIssues(configShape, copy.data);
  return parseResult(copy.data as Config, issues);
}
