import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

import { afterEach, describe, expect, test } from "vitest";

import { brokenLinks } from "../../docs/site-build/check-links.js";

const site = mkdtempSync(join(tmpdir(), "reverse-funnel-links-"));
afterEach(() => {
  rmSync(site, { recursive: true });
});

function faults(files: Readonly<Record<string, string>>): string[] {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(site, file)), { recursive: true });
    writeFileSync(join(site, file), text);
  }
  return brokenLinks(site);
}

describe("the links of a site", () => {
  test("are in order when each file and anchor is there", () => {
    const page =
      '<h1 id="a">A</h1><a href="b/c.html#d e">c</a><a href="#a">a</a><a href="">a</a><img src="b/p.svg">';
    const other =
      '<h1 id="d e">D</h1><a href="../index.html?q=1#a">a</a><a href="https://example.org/">out</a>';
    expect(faults({ "index.html": page, "b/c.html": other, "b/p.svg": "<svg/>" })).toEqual([]);
  });

  test.each([
    ['<a href="b.html">', "b.html is not there"],
    ['<a href="b">', "b is not there"],
    ['<a href="#b">', "index.html#b is not there"],
    ['<img src="p.svg">', "p.svg is not there"],
    ['<a href="../x.html">', "../x.html leads out of the site"],
    ['<a href="/x.html">', "/x.html works in no folder but one"],
    ['<a href="site:/x.html">', "site:/x.html works in no folder but one"],
  ])("are broken by %s", (page, fault) => {
    expect(faults({ "index.html": page })).toEqual([`index.html: ${fault}`]);
  });

  test("are named once each, with the first page and how many more", () => {
    const page = '<a href="x.html"></a><a href="x.html"></a>';
    expect(faults({ "a.html": page, "b.html": page, "c.html": page })).toEqual([
      "a.html and 2 more: x.html is not there",
    ]);
  });
});
