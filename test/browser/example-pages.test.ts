import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";

import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { findings } from "./accessibility.js";
import { useBrowser } from "./browser.js";
import { serve, type Served } from "./serve.js";

// The pages among the examples, bundled by their own scripts, used as a visitor would.

const root = fileURLToPath(new URL("../..", import.meta.url));
const browser = useBrowser();
let served: Served;

beforeAll(async () => {
  for (const name of ["react-page", "plain-page"])
    execFileSync(process.execPath, ["--import", "tsx", `examples/${name}/script.ts`], { cwd: root });
  served = await serve(`${root}examples`);
});

afterAll(async () => {
  await served.close();
});

describe.each(["react-page", "plain-page"])("examples/%s", (name) => {
  test("shows calls a day, follows what is typed, and says what is wrong with it", async () => {
    const { page, requests } = await browser.open(`${served.origin}/${name}/out/`);
    // 10 of 25% are 40 calls; January 2026 has 22 working days.
    await expect.poll(() => page.locator("output").textContent()).toContain("2 calls a day");
    await page.getByLabel("New clients in January").fill("100");
    await expect.poll(() => page.locator("output").textContent()).toContain("19 calls a day");
    await page.getByLabel("Calls that win").fill("25");
    await expect.poll(() => page.locator("main").textContent()).toContain('write "25%"');
    expect(await findings(page)).toEqual([]);
    expect(requests.every((address) => address.startsWith(served.origin) || address === "data:,")).toBe(true);
  });
});

test("the React page draws the funnel", async () => {
  const { page } = await browser.open(`${served.origin}/react-page/out/`);
  await expect.poll(() => page.locator("figure svg").count()).toBe(1);
  expect(await page.locator("figure svg").textContent()).toContain("call");
});
