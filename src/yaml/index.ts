/**
 * Plans as text: YAML and JSON, with the line and column of everything that is wrong.
 *
 * @module reverse-funnel/yaml
 */
export { parsePlanYaml, safeParsePlanYaml } from "./parse-plan-yaml.js";
export { readYaml } from "./read-yaml.js";
