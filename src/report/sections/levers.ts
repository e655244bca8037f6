import type { Format } from "../../format/format.js";
import { tornadoPicture } from "../../charts/tornado/data.js";
import type { Levers } from "../../sensitivity/levers.js";
import { sentence, type Section } from "../report.js";
import { leversReport } from "../sensitivity/levers-report.js";
import { countedIn, pictured } from "./pictured.js";

/**
 * What moving one number does, and below it what is held fixed meanwhile. `currency` is what the goal counts in; null for a
 * goal that is no money.
 */
export function leverSection(levers: Levers, currency: string | null, format: Format): Section {
  const { title, sections } = leversReport(levers, { format });
  const [moved, held] = sections;
  const meanwhile = [sentence("Held fixed meanwhile:"), ...(held?.blocks ?? [])];
  return pictured(countedIn(tornadoPicture(levers), currency), {
    title: moved?.title ?? title,
    blocks: [...(moved?.blocks ?? []), ...meanwhile],
  });
}
