import type { Format } from "../../format/format.js";
import type { BestChange } from "../../track/best-change.js";
import type { Replan } from "../../track/replan.js";
import { sayBestChange } from "../../words/best-change.js";
import { sayFix } from "../../words/fixes.js";
import { sentence, type Block, type Section } from "../report.js";

/** So many changes of which each is enough. */
const MOST_FIXES = 3;

/** The one change that helps most and what it costs; where the rest is out of reach, what would make it possible. */
export function bestChangeSection(
  change: BestChange | null | undefined,
  replan: Replan | undefined,
  format: Format,
): Section {
  const fixes = (replan?.fixes ?? []).slice(0, MOST_FIXES).map((fix) => sayFix(fix, format));
  const blocks: Block[] = [
    ...(change === null || change === undefined ? [] : [sentence(sayBestChange(change, format))]),
    ...(fixes.length === 0
      ? []
      : [
          sentence("Any one of these would bring the whole of it within reach:"),
          { kind: "list", items: fixes } as const,
        ]),
  ];
  return { title: "What would help most", place: "page", blocks };
}
