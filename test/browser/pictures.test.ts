/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { describe, expect, test } from "vitest";

import { textWidth } from "../../src/charts/drawing/text-width.js";
import { findings } from "./accessibility.js";
import { sidewaysScroll, useBrowser } from "./browser.js";

// Pictures are laid out without a browser, by estimated widths. Here one draws them: texts must not be wider than was
// thought, and a page that holds the pictures must be open to everyone.

const browser = useBrowser();
const folder = fileURLToPath(new URL("../report/svg/frozen/", import.meta.url));
const files = readdirSync(folder).filter((file) => file.endsWith(".svg"));
const svgOf = (file: string) => readFileSync(`${folder}${file}`, "utf8");

function page(body: string): string {
  const style =
    "<style>:root{color-scheme:light dark}body{margin:0}svg{display:block;max-width:100%;height:auto}</style>";
  return `<!doctype html><html lang="en"><title>Pictures</title>${style}<body><main><h1>Pictures</h1>${body}</main></body></html>`;
}

interface Measured {
  readonly text: string;
  readonly size: number;
  readonly bold: boolean;
  readonly width: number;
}

/** Every text of the page, with the width that the browser gives it at its own size. */
function measuredTexts(): Measured[] {
  return Array.from(document.querySelectorAll("text"), (text) => ({
    text: Array.from(text.childNodes, (node) => (node.nodeType === 3 ? (node.textContent ?? "") : "")).join(
      "",
    ),
    size: Number(text.getAttribute("font-size")),
    bold: text.hasAttribute("font-weight"),
    width: text.getComputedTextLength(),
  }));
}

describe("in a browser a picture", () => {
  test("has no text that is wider than was thought", async () => {
    const { page: open } = await browser.show(page(files.map(svgOf).join("\n")));
    const texts = await open.evaluate(measuredTexts);
    const wider = texts.filter(({ text, size, bold, width }) => width > textWidth(text, size, bold) + 0.5);
    expect(texts.length).toBeGreaterThan(500);
    expect(wider).toEqual([]);
  });

  test.each(["light", "dark"] as const)("shuts no one out in %s", async (scheme) => {
    const body = ["funnel.svg", "progress.svg", "waterfall.svg"].map(svgOf).join("\n");
    const { page: open } = await browser.show(page(body), { scheme, width: 360 });
    expect(await findings(open)).toEqual([]);
    expect(await sidewaysScroll(open)).toBe(0);
  });

  test("follows the page: its paper is white where it is light and dark where it is dark", async () => {
    const paper = async (scheme: "light" | "dark") => {
      const { page: open } = await browser.show(page(svgOf("funnel.svg")), { scheme });
      return open.evaluate(
        () => getComputedStyle(document.querySelector("svg > rect") ?? document.body).fill,
      );
    };
    expect([await paper("light"), await paper("dark")]).toEqual(["rgb(255, 255, 255)", "rgb(20, 24, 29)"]);
  });
});
