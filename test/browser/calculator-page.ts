import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect } from "vitest";

import { toFragment } from "../../docs/calculator/address/address.js";
import { buildCalculator } from "../../docs/calculator/build.js";
import type { PlanDocument } from "../../docs/calculator/state/plan-document.js";
import { useBrowser, type Look, type Visit } from "./browser.js";
import { serve, type Served } from "./serve.js";

/** The calculator as it is built for the site, in a browser. */
export interface Calculator {
  /** Where its files are. */
  readonly folder: () => string;
  /** Opens it with its own first plan, with a plan in the address, or with whatever stands behind the `#`. */
  open(plan?: PlanDocument | string, look?: Look): Promise<Visit>;
}

/** Builds and serves the calculator for the tests of a file; call it at the top of the file. */
export function useCalculator(): Calculator {
  const browser = useBrowser();
  let folder = "";
  let served: Served | undefined;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "reverse-funnel-calculator-"));
    await buildCalculator(join(folder, "calculator"));
    served = await serve(folder);
  });

  afterAll(async () => {
    await served?.close();
    rmSync(folder, { recursive: true });
  });

  return {
    folder: () => join(folder, "calculator"),
    async open(plan = "", look = {}) {
      const fragment = typeof plan === "string" ? plan : await toFragment(plan);
      const visit = await browser.open(`${served?.origin ?? ""}/calculator/#${fragment}`, look);
      await visit.page.getByRole("heading", { level: 1 }).waitFor();
      return visit;
    },
  };
}

/** The first story: three teams, one goal. 10 + 5 wins, half of the demos are closed. */
export const STORY: PlanDocument = {
  goal: { metric: "net-new-mrr", amount: 10_000, period: "2026-01" },
  deal: { value: 1_000, owner: "sales" },
  churn: { customers: 5, owner: "success" },
  funnel: [{ stage: "demo request", rate: "50%", owner: "marketing" }],
};

/** What stands biggest on the page, once it does: "2 demo request a day". */
export async function expectDaily(page: Page, words: string): Promise<void> {
  await expect.poll(() => dailyOf(page)).toBe(words);
}

async function dailyOf(page: Page): Promise<string> {
  const lines = await page.locator(".daily-line").allInnerTexts();
  return lines
    .map((line) =>
      line
        .replace(/\s+/g, " ")
        .replace(/ [^:]*: why\?/, "")
        .trim(),
    )
    .join("; ");
}

/** Opens a part of the page. */
export async function show(page: Page, part: "Plan" | "This week" | "What if" | "Take along"): Promise<void> {
  await page
    .getByRole("navigation", { name: "Parts of this page" })
    .getByRole("link", { name: part })
    .click();
}

/** Drops a file on the page. */
export async function drop(page: Page, name: string, text: string): Promise<void> {
  await page.evaluate(
    ([file, content]) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([content], file));
      document.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
    },
    [name, text] as const,
  );
}

/** The id of what has the focus. */
export async function focused(page: Page): Promise<string> {
  return page.evaluate(() => document.activeElement?.id ?? "");
}
