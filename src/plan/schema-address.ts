/** A kind of file that has a JSON Schema. */
export type SchemaName = "plan" | "snapshot" | "config";

/** Where is the JSON Schema of a kind of file, for editors? In the package as npm has it. */
export function schemaAddress(name: SchemaName): string {
  return `https://unpkg.com/reverse-funnel/dist/${name}.schema.json`;
}
