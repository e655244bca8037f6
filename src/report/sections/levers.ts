import { tornadoPicture } from "../picture/tornado.js";
import type { Levers } from "../../whatif/levers.js";
import { sentence, type Section } from "../report.js";
import { leversReport } from "../whatif/levers-report.js";
import { pictured } from "./pictured.js";

/** What moving one number does, and below it what is held fixed meanwhile. */
export function leverSection(levers: Levers): Section {
  const { title, sections } = leversReport(levers);
  const [moved, held] = sections;
  const meanwhile = [sentence("Held fixed meanwhile:"), ...(held?.blocks ?? [])];
  return pictured(tornadoPicture(levers), {
    title: moved?.title ?? title,
    blocks: [...(moved?.blocks ?? []), ...meanwhile],
  });
}
