import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";

import { buildCalculator } from "../calculator/build.js";
import { brokenLinks } from "./check-links.js";
import { writeLivePicture } from "./live/live.js";
import { writeForAssistants } from "./llms.js";
import { writePhonePictures } from "./phone-pictures.js";
import { ROOT } from "./repository.js";
import { stage } from "./stage.js";
import { buildPages } from "./typedoc.js";

/**
 * Builds the whole site into a folder that any host can serve. What is wrong is said all at once, when everything that could
 * be built stands there to be looked at.
 */
async function buildSite(out: string): Promise<void> {
  if (!existsSync(join(ROOT, "dist/index.js")))
    throw new Error("npm run docs requires the build: npm run build");
  rmSync(out, { recursive: true, force: true });
  const staged = await stage();
  const faults = [...staged.faults];
  if (await buildPages(staged, out)) faults.push("TypeDoc has said above what is wrong");
  writePhonePictures(out);
  await writeLivePicture(out);
  writeForAssistants(out);
  await buildCalculator(join(out, "calculator")).catch((error: unknown) => faults.push(String(error)));
  faults.push(...brokenLinks(out));
  if (faults.length > 0) throw new Error(`the docs site requires mending:\n${faults.join("\n")}`);
}

await buildSite(join(ROOT, "docs/site"));
