import { createHash } from "node:crypto";

import type { Plan } from "../plan/plan.js";
import type { Snapshot } from "../plan/snapshot.js";
import type { Targets } from "../solve/answer.js";
import { againstAgreed, type AgainstAgreed } from "../track/against-agreed.js";
import { UsageError } from "./failure.js";
import { readData } from "./read-data.js";
import type { Call, Option } from "./verb.js";

/** The option of verbs that compare with what was agreed. */
export const AGAINST: Readonly<Record<string, Option>> = {
  against: {
    type: "text",
    value: "file",
    help: "What was agreed: what baseline wrote, or solve --json printed.",
  },
};

/** What was agreed, with the day and a hash by which a later change of it is seen. */
interface Sealed {
  readonly agreedOn: string;
  readonly hash: string;
  readonly plan: Plan;
  readonly targets: Targets | null;
}

/** Seals what was agreed on a day. */
export function sealed(agreedOn: string, plan: Plan, targets: Targets | null): Sealed {
  return { agreedOn, hash: hashOf({ agreedOn, plan, targets }), plan, targets };
}

function hashOf(agreed: unknown): string {
  return `sha256:${createHash("sha256").update(JSON.stringify(agreed)).digest("hex")}`;
}

/**
 * What the file of `--against` holds; undefined where none is named.
 *
 * @throws UsageError where it was changed after it was agreed
 */
export async function readAgreed({ world, text }: Call): Promise<unknown> {
  const file = text("against");
  if (file === undefined) return undefined;
  const data = await readData(world, file);
  if (typeof data !== "object" || data === null || !("hash" in data)) return data;
  const { agreedOn, plan, targets, hash }: Readonly<Record<string, unknown>> = { ...data };
  if (hash === hashOf({ agreedOn, plan, targets })) return data;
  throw new UsageError(
    `${file} was changed after it was agreed: its hash is another one; take the file as baseline wrote it`,
  );
}

/** How it stands by what was agreed; a note on standard error where that holds no plan to compare with. */
export function comparedWith(
  { world }: Call,
  plan: Plan,
  snapshot: Snapshot,
  agreed: unknown,
): AgainstAgreed | undefined {
  if (agreed === undefined) return undefined;
  const against = againstAgreed(plan, snapshot, agreed);
  if (against === undefined)
    world.err(
      `what was agreed holds no plan with dates and the metric of this plan, so no gap to it is shown\n`,
    );
  return against;
}
