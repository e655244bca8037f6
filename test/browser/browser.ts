/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { chromium, type Browser, type BrowserContext, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll } from "vitest";

import { chromiumPath } from "./chromium.js";

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** How many times slower each page runs, to bring out what depends on luck: `BROWSER_SLOWDOWN=6 npm run test:browser`. */
const SLOWDOWN = Number(process.env["BROWSER_SLOWDOWN"] ?? "1");

/** How long a page may take to show what is waited for, in milliseconds: what is wrong never shows, what is slow does. */
const PATIENCE = 90_000;

/** How a page is looked at. */
export interface Look {
  /** In CSS pixels; 1280 unless given. 360 is a phone. */
  readonly width?: number;
  /** In CSS pixels; 800 unless given. */
  readonly height?: number;
  /** What the reader prefers; light unless given. */
  readonly scheme?: "light" | "dark";
  /** On a screen unless given. */
  readonly media?: "screen" | "print";
}

/** A page that is open. */
export interface Visit {
  /** The page itself, for clicking, typing and asking. */
  readonly page: Page;
  /**
   * What went wrong on it so far: errors on the console, errors thrown, requests that would leave this machine (they are
   * stopped). Whatever is left here when the test ends fails it; a test that provokes one takes it out.
   */
  readonly faults: string[];
  /** The address of every request, the page's own first. */
  readonly requests: readonly string[];
}

/** The browser of a test file. */
export interface TestBrowser {
  /** Opens an address on 127.0.0.1. */
  open(address: string, look?: Look): Promise<Visit>;
  /** Shows a document that stands in no file, at an address of its own. */
  show(html: string, look?: Look): Promise<Visit>;
}

/**
 * One browser for all tests of a file; call it at the top of the file. Each visit has storage of its own and is closed when
 * its test ends; the test fails if anything went wrong on the page.
 */
export function useBrowser(): TestBrowser {
  let browser: Browser | undefined;
  let visits: (Visit & { readonly context: BrowserContext })[] = [];

  beforeAll(async () => {
    const executablePath = chromiumPath();
    if (executablePath === undefined)
      throw new Error("useBrowser requires a Chromium: run npx tsx test/browser/ensure-chromium.ts");
    browser = await chromium.launch({ executablePath, args: FLAGS });
  });

  afterEach(async () => {
    const over = visits;
    visits = [];
    await Promise.all(over.map(({ context }) => context.close()));
    const faults = over.flatMap((visit) => visit.faults);
    if (faults.length > 0) throw new Error(`The page had faults:\n${faults.join("\n")}`);
  });

  afterAll(async () => {
    await browser?.close();
  });

  async function begin(
    { width = 1280, height = 800, scheme = "light", media = "screen" }: Look,
    own?: string,
  ) {
    if (browser === undefined) throw new Error("useBrowser requires to be called at the top of a test file");
    const context = await browser.newContext({ viewport: { width, height }, colorScheme: scheme });
    context.setDefaultTimeout(PATIENCE);
    const page = await context.newPage();
    // Before the medium is set: the session of the developer tools would set it back.
    if (SLOWDOWN > 1) {
      const devtools = await context.newCDPSession(page);
      await devtools.send("Emulation.setCPUThrottlingRate", { rate: SLOWDOWN });
    }
    await page.emulateMedia({ media });
    const watched = await watch(context, page, own);
    visits.push({ ...watched, context });
    return watched;
  }

  return {
    async open(address, look = {}) {
      const visit = await begin(look);
      await visit.page.goto(address);
      return visit;
    },
    async show(html, look = {}) {
      const visit = await begin(look, html);
      await visit.page.goto(SHOWN);
      return visit;
    },
  };
}

/** Nothing listens there: the answer is given before a request leaves the browser. */
const SHOWN = "http://127.0.0.1:9/shown.html";

async function watch(context: BrowserContext, page: Page, shown: string | undefined): Promise<Visit> {
  const faults: string[] = [];
  const requests: string[] = [];
  await context.route("**/*", async (route) => {
    const address = route.request().url();
    requests.push(address);
    if (address === SHOWN && shown !== undefined)
      return route.fulfill({ body: shown, contentType: "text/html; charset=utf-8" });
    const { protocol, hostname } = new URL(address);
    if (["data:", "blob:"].includes(protocol) || hostname === "127.0.0.1") return route.continue();
    faults.push(`a request left this machine: ${address}`);
    return route.abort();
  });
  page.on("console", (message) => {
    if (message.type() === "error") faults.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => faults.push(`error: ${error.message}`));
  page.on("dialog", (dialog) => {
    faults.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  return { page, faults, requests };
}

/** By how many pixels the page is wider than its window: 0 where nobody has to scroll sideways. */
export async function sidewaysScroll(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
