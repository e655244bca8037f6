import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { parse } from "node-html-parser";
import { describe, expect, test } from "vitest";

import { brokenLinks } from "../../docs/site-build/check-links.js";
import { ROOT } from "../../docs/site-build/repository.js";
import { sitePages } from "../../docs/site-build/site-page.js";

// The site as `npm run docs` has built it. The build itself refuses a name without documentation and a link to nowhere.

const site = join(ROOT, "docs/site");

test("the site is built", () => {
  expect(existsSync(join(site, "index.html")), "npm run docs builds it").toBe(true);
});

test("the package travels without it", () => {
  const { files } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as { files: string[] };
  expect(files).toEqual(["dist", "README.md", "CHANGELOG.md", "LICENSE"]);
});

describe("the built site", () => {
  test("has a page for every guide and every example", () => {
    const missing = sitePages().filter(({ url }) => !existsSync(join(site, `${url}.html`)));
    expect(missing.map(({ file }) => file)).toEqual([]);
  });

  test("leads nowhere in vain", () => {
    expect(brokenLinks(site)).toEqual([]);
  });

  test("leads from the first page to the calculator before anything else in the text", () => {
    const first = parse(readFileSync(join(site, "index.html"), "utf8"));
    const link = first.querySelector("main a:not(.tsd-anchor-icon)");
    expect(link?.getAttribute("href")).toBe("calculator/index.html");
    expect(link?.textContent).toBe("Get your daily number");
  });

  test("leads from every page to the calculator", () => {
    const pages = readdirSync(site, { recursive: true, encoding: "utf8" }).filter((name) =>
      name.endsWith(".html"),
    );
    const without = pages.filter(
      (name) => !/href="(?:\.\.\/)*calculator\/index\.html"/.test(readFileSync(join(site, name), "utf8")),
    );
    expect(without.filter((name) => !name.startsWith("calculator"))).toEqual([]);
  });

  test("names no place of its own: it works in any folder", () => {
    const first = readFileSync(join(site, "index.html"), "utf8");
    expect(first).not.toMatch(/(?:href|src)="\//);
    expect(existsSync(join(site, "assets/custom.css"))).toBe(true);
  });

  test("shows with an example its plan, its script and what it prints", () => {
    const page = parse(readFileSync(join(site, "examples/net-new-mrr.html"), "utf8"), {
      blockTextElements: { script: true, style: true },
    });
    const shown = page.querySelectorAll("main pre > code").map(({ text }) => text.replace(/\s+/g, ""));
    for (const file of ["plan.yaml", "script.ts", "expected.txt", "expected-solve.txt"])
      expect(shown).toContain(
        readFileSync(join(ROOT, "examples/net-new-mrr", file), "utf8").replace(/\s+/g, ""),
      );
  });

  test("is there for assistants: a list of the guides, and all of them as one text", () => {
    const list = readFileSync(join(site, "llms.txt"), "utf8");
    const whole = readFileSync(join(site, "llms-full.txt"), "utf8");
    expect(list).toMatch(/^# reverse-funnel\n\n> From a sales goal back to today's work\./);
    const guides = sitePages().filter(({ file }) => file.startsWith("docs/") && file !== "docs/README.md");
    expect(guides.length).toBeGreaterThan(20);
    for (const { file } of guides) {
      expect(list).toMatch(new RegExp(`^- \\[.+\\]\\(https://raw\\.\\S+/main/${file}\\): \\S`, "m"));
      expect(whole).toContain(readFileSync(join(ROOT, file), "utf8").trim());
    }
  });

  test("has the entries for SchemaStore, at the addresses by which the schemas call themselves", () => {
    const page = readFileSync(join(ROOT, "docs/recipes/editors.md"), "utf8");
    const [, text = ""] = /```json\n([\s\S]+?)```/.exec(page) ?? [];
    const entries = JSON.parse(text) as {
      name: string;
      description: string;
      fileMatch: string[];
      url: string;
    }[];
    const names = ["config", "plan", "snapshot"];
    expect(entries.map(({ name }) => name)).toEqual(names.map((name) => `reverse-funnel ${name}`));
    for (const [index, name] of names.entries()) {
      const schema = JSON.parse(readFileSync(join(ROOT, `dist/${name}.schema.json`), "utf8")) as {
        $id: string;
      };
      expect(entries[index]?.url).toBe(schema.$id);
    }
    // No file is claimed by two of them.
    const endings = entries.flatMap(({ fileMatch }) => fileMatch);
    expect(
      endings.filter((one) => endings.some((other) => other !== one && one.endsWith(other.slice(1)))),
    ).toEqual([]);
  });
});
