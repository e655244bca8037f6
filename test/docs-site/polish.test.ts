import { describe, expect, test } from "vitest";

import { polish } from "../../docs/site-build/polish.js";

// What TypeDoc's pages lack, in its own markup: a release that changes the markup fails here and not in a reader's hands.

describe("a page", () => {
  test("has links from the site's root made from where it stands", () => {
    expect(polish('<a href="site:/a.html">', "index.html")).toBe('<a href="a.html">');
    expect(polish('<a href="site:/a.html">', "api/types/b.html")).toBe('<a href="../../a.html">');
  });

  test("has one main part, and navigations that say which one they are", () => {
    const html = polish(
      '<div class="col-content">a</div>\n<div class="col-sidebar"><div class="page-menu"></div><nav class="tsd-navigation">',
      "a.html",
    );
    expect(html).toContain('<main class="col-content">a</main>');
    expect(html).toContain('<div class="page-menu" role="complementary" aria-label="This page">');
    expect(html).toContain('<nav class="tsd-navigation" aria-label="Pages">');
  });

  test("lets tables and code scroll by themselves, by keyboard too", () => {
    expect(polish("<table><tr></tr></table>", "a.html")).toBe(
      '<div class="scrolls" tabindex="0"><table><tr></tr></table></div>',
    );
    expect(polish('<pre><code class="ts">', "a.html")).toBe('<pre><code tabindex="0" class="ts">');
  });

  test("puts no link into what opens and closes", () => {
    const summary =
      '<summary>Properties<a href="#p" aria-label="Permalink" class="tsd-anchor-icon"><svg></svg></a></summary>';
    expect(polish(summary, "a.html")).toBe("<summary>Properties</summary>");
  });

  test("has no heading that skips a level", () => {
    expect(polish("<summary><svg></svg><h3>Settings</h3></summary>", "a.html")).toBe(
      '<summary><svg></svg><h3 aria-level="2">Settings</h3></summary>',
    );
    // A verb's page has nothing between its name and its parameters.
    expect(polish("<h1>solve</h1><h4>Returns</h4>", "a.html")).toContain('<h4 aria-level="2">Returns');
    expect(polish("<h2>A</h2><h4>Returns</h4>", "a.html")).toContain("<h4>Returns");
  });

  test("shows a phone the picture that is drawn for it", () => {
    expect(polish('<img src="../media/hiring-funnel.svg" alt="A">', "stories/a.html")).toBe(
      '<picture><source media="(max-width: 600px)" srcset="../media/phone/hiring-funnel.svg">' +
        '<img src="../media/hiring-funnel.svg" alt="A"></picture>',
    );
    // A picture that nobody draws for a phone is the same everywhere.
    const other = '<img src="../media/other.svg" alt="A">';
    expect(polish(other, "stories/a.html")).toBe(other);
  });
});
