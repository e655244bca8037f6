import { join } from "node:path";
import { rmSync } from "node:fs";

import { brokenLinks } from "./check-links.js";
import { ROOT } from "./repository.js";
import { stage } from "./stage.js";
import { buildPages } from "./typedoc.js";

/**
 * Builds the whole site into a folder that any host can serve. What is wrong is said all at once, when everything that could
 * be built stands there to be looked at.
 */
export async function buildSite(out: string): Promise<void> {
  rmSync(out, { recursive: true, force: true });
  const staged = stage();
  const warned = await buildPages(staged, out);
  const faults = [
    ...staged.faults,
    ...brokenLinks(out),
    ...(warned ? ["TypeDoc has said above what is wrong"] : []),
  ];
  if (faults.length > 0) throw new Error(`The site is built, and wrong:\n${faults.join("\n")}`);
}

await buildSite(join(ROOT, "docs/site"));
