import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { findings } from "./accessibility.js";
import { sidewaysScroll, useBrowser, type Visit } from "./browser.js";
import { serve, type Served } from "./serve.js";

// A harness that sees nothing would let every page pass: each thing it watches for is provoked once.

const browser = useBrowser();
const page = (body: string) =>
  `<!doctype html><html lang="en"><title>A page</title><body><main><h1>A page</h1>${body}</main></body></html>`;

/** What went wrong within a short while, taken out so that the test does not fail by it. */
async function provoked({ page: open, faults }: Visit): Promise<string[]> {
  await expect.poll(() => faults.length).toBeGreaterThan(0);
  await open.waitForLoadState("networkidle");
  return faults.splice(0);
}

describe("a page", () => {
  test("that is quiet has no faults, and makes no request but its own", async () => {
    const { faults, requests, page: open } = await browser.show(page("<p>Nothing happens here.</p>"));
    expect([faults, requests.length]).toEqual([[], 1]);
    expect(await open.title()).toBe("A page");
  });

  test("is caught when it asks another machine", async () => {
    const visit = await browser.show(page('<img alt="" src="http://192.0.2.1/x.png">'));
    expect((await provoked(visit))[0]).toBe("a request left this machine: http://192.0.2.1/x.png");
  });

  test.each([
    ["console.error('oh')", "console: oh"],
    ["throw new Error('no')", "error: no"],
    ["alert(1)", "dialog: 1"],
  ])("is caught when it does %s", async (script, fault) => {
    expect(await provoked(await browser.show(page(`<script>${script}</script>`)))).toContain(fault);
  });

  test("is found to shut someone out", async () => {
    const { page: open } = await browser.show(page('<p style="color:#ccc;background:#fff">faint</p><input>'));
    expect((await findings(open)).map((each) => each.split(":")[0]).sort()).toEqual([
      "color-contrast",
      "label",
    ]);
    const { page: fine } = await browser.show(page("<p>plain</p>"));
    expect(await findings(fine)).toEqual([]);
  });

  test("judges a colour when it has arrived: on its way to another one it used to fail now and then", async () => {
    const style =
      "<style>p { color: #ddd; transition: color 1s steps(1, end); } .there { color: #000; }</style>";
    const { page: open } = await browser.show(page(`${style}<p>Words.</p>`));
    await open.evaluate("document.querySelector('p').className = 'there'");
    expect(await findings(open)).toEqual([]);
  });

  test("is measured at the width that was asked for, in the scheme that was asked for", async () => {
    const wide = page('<div style="width:500px">wide</div>');
    const phone = await browser.show(wide, { width: 360, scheme: "dark" });
    expect(await sidewaysScroll(phone.page)).toBeGreaterThan(100);
    expect(await phone.page.evaluate(() => matchMedia("(prefers-color-scheme: dark)").matches)).toBe(true);
    const desk = await browser.show(wide, { media: "print" });
    expect(await sidewaysScroll(desk.page)).toBe(0);
    expect(await desk.page.evaluate(() => matchMedia("print").matches)).toBe(true);
  });
});

describe("a folder", () => {
  const folder = mkdtempSync(join(tmpdir(), "reverse-funnel-served-"));
  let served: Served;

  beforeAll(async () => {
    writeFileSync(join(folder, "index.html"), page("<p>from a file</p>"));
    served = await serve(folder);
  });

  afterAll(async () => {
    await served.close();
    rmSync(folder, { recursive: true });
  });

  test("is served with its index, and nothing above it", async () => {
    const { page: open } = await browser.open(`${served.origin}/`);
    expect(await open.textContent("p")).toBe("from a file");
    const statuses = ["/none.html", "/%2e%2e/secret"].map(
      async (path) => (await fetch(served.origin + path)).status,
    );
    expect((await Promise.all(statuses)).every((status) => status === 404 || status === 403)).toBe(true);
  });
});
