import type { Plan } from "../plan/plan.js";
import type { Snapshot } from "../plan/snapshot.js";
import { UsageError } from "./failure.js";
import { readSnapshot } from "./read-snapshot.js";
import type { Call, Option } from "./verb.js";

/** The option that names the file of what has happened. */
export const SNAPSHOT: Readonly<Record<string, Option>> = {
  snapshot: { type: "text", value: "file", help: "What has happened so far, YAML or JSON." },
};

/** Reads the snapshot that a verb cannot do without. */
export async function neededSnapshot({ world, verb, text }: Call, plan: Plan): Promise<Snapshot> {
  const file = text("snapshot");
  if (file === undefined) throw new UsageError(`${verb.name} needs what has happened: --snapshot <file>`);
  return readSnapshot(world, file, plan);
}
