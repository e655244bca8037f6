import { readdirSync, readFileSync } from "node:fs";
import { inWorld, type Outcome } from "../cli/world.js";

/** The day of which every case is read where it does not say another: later than all that stands in the files. */
const TODAY = "2026-12-31";

/** Runs the command in the folder of one case, files as they are, beside files that a test makes. */
export function inCase(
  name: string,
  command: string,
  made: Readonly<Record<string, string>> = {},
): Promise<Outcome> {
  const folder = new URL(`files/${name}/`, import.meta.url);
  const read = readdirSync(folder).map((file) => [file, readFileSync(new URL(file, folder))] as const);
  const texts = read.map(([file, bytes]) => [file, bytes.toString("utf8")] as const);
  return inWorld(command.split(" "), {
    files: { ...Object.fromEntries(texts), ...made },
    bytes: Object.fromEntries(read),
    today: TODAY,
  });
}

/** The same as data: what `--json` prints. */
export async function jsonOfCase(name: string, command: string): Promise<unknown> {
  const { out } = await inCase(name, `${command} --json`);
  return JSON.parse(out);
}
