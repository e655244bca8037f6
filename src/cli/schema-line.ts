import { schemaAddress, type SchemaName } from "../plan/schema-address.js";

/** The first line of a YAML file, by which an editor knows its keys, completes them and marks what is wrong. */
export function schemaLine(name: SchemaName): string {
  return `# yaml-language-server: $schema=${schemaAddress(name)}\n`;
}
