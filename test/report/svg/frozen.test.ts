import { makeFormat } from "../../../src/format/format.js";
import { fileURLToPath } from "node:url";

import { describe, expect, test } from "vitest";
import type { PlanInput } from "../../../src/plan/plan.js";
import type { Picture } from "../../../src/charts/picture.js";
import { toSvg, type SvgOptions } from "../../../src/charts/to-svg.js";
import * as cases from "./cases.js";
import { picturesOf } from "./pictures-of.js";

// Pictures are frozen as files: a change of one is a change that users see. After a wanted one run this with -u, and look at
// every file that differs.

const folder = fileURLToPath(new URL("frozen/", import.meta.url));

function pictureOf(kind: Picture["kind"], plan: PlanInput): Picture {
  const snapshot = plan === cases.drive.plan ? cases.drive.snapshot : undefined;
  const picture = picturesOf(plan, snapshot).find((each) => each.kind === kind);
  if (picture === undefined) throw new Error(`a frozen picture requires a ${kind}; got none`);
  return picture;
}

const german = { decimal: ",", thousands: ".", grouping: [3], percent: " %", currency: ["", " €"] } as const;

const FROZEN: readonly (readonly [
  file: string,
  kind: Picture["kind"],
  plan: PlanInput,
  options: SvgOptions,
])[] = [
  ["funnel", "funnel", cases.story, {}],
  ["funnel-narrow", "funnel", cases.story, { width: 320 }],
  ["funnel-wide", "funnel", cases.story, { width: 1200 }],
  ["funnel-eight-stages", "funnel", cases.eightStages, {}],
  ["funnel-six-channels", "funnel", cases.sixChannels, { width: 1200 }],
  ["funnel-six-channels-narrow", "funnel", cases.sixChannels, { width: 320 }],
  ["funnel-german", "funnel", cases.sixChannels, { width: 900, format: makeFormat(german) }],
  ["funnel-infeasible", "funnel", cases.infeasible, {}],
  ["funnel-zero-rate", "funnel", cases.zeroRate, {}],
  ["funnel-hostile", "funnel", cases.hostile(), {}],
  ["calendar-month", "calendar", cases.story, {}],
  ["calendar-month-narrow", "calendar", cases.story, { width: 320 }],
  ["calendar-quarter", "calendar", cases.drive.plan, {}],
  ["calendar-year", "calendar", cases.year, {}],
  ["calendar-year-narrow", "calendar", cases.year, { width: 320 }],
  ["progress", "progress", cases.drive.plan, { currency: "USD" }],
  ["progress-narrow", "progress", cases.drive.plan, { width: 320 }],
  ["waterfall", "waterfall", cases.drive.plan, { currency: "USD" }],
  ["waterfall-narrow", "waterfall", cases.drive.plan, { width: 320 }],
  ["utilisation-year", "utilisation", cases.year, { width: 960 }],
  ["utilisation-narrow", "utilisation", cases.year, { width: 320 }],
  ["tornado", "tornado", cases.year, {}],
  ["tornado-narrow", "tornado", cases.year, { width: 320 }],
  ["channels", "channels", cases.sixChannels, {}],
  ["channels-narrow", "channels", cases.sixChannels, { width: 320 }],
];

describe("pictures stay as they are", () => {
  test.each(FROZEN)("%s", async (file, kind, plan, options) => {
    const svg = toSvg(pictureOf(kind, plan), options);
    expect(toSvg(pictureOf(kind, plan), options)).toBe(svg);
    await expect(svg).toMatchFileSnapshot(`${folder}${file}.svg`);
  });
});
