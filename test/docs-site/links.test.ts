import { describe, expect, test } from "vitest";

import { withSiteLinks } from "../../docs/site-build/links.js";
import type { SitePage } from "../../docs/site-build/site-page.js";

// A guide is read on GitHub and on the site: one text, links that lead in both.

const page = (file: string, markdown = ""): SitePage => ({
  file,
  url: file,
  title: file,
  group: "",
  markdown,
});
const others = [
  "docs/plan.md",
  "docs/why/buffer.md",
  "docs/why/published-examples.md",
  "examples/ci/README.md",
];
const pages = new Map(others.map((file) => [file, page(file)]));

/** Where a link of a guide leads, and what is said to be wrong. */
function led(target: string): string {
  const faults: string[] = [];
  const text = withSiteLinks(page("docs/why/x.md", `[a](${target})`), pages, (fault) => faults.push(fault));
  return faults[0] ?? text.slice("[a](".length, -1);
}

describe("a link of docs/why/x.md", () => {
  test.each([
    ["to a guide", "buffer.md", "buffer.md"],
    ["to a place in one", "../plan.md#lags", "../plan.md#lags"],
    ["to an example", "../../examples/ci", "../../examples/ci/README.md"],
    ["to an example with a slash", "../../examples/ci/", "../../examples/ci/README.md"],
    ["to a file of an example", "../../examples/ci/plan.yaml", "../../examples/ci/README.md#planyaml"],
    ["to the published examples", "../../test/corpus/pages", "published-examples.md"],
    ["to the calculator", "../calculator/index.html", "site:/calculator/index.html"],
    ["to the README", "../../README.md", "../index.md"],
    ["to another file of the repository", "../../LICENSE", "../../../../LICENSE"],
    ["to another place on the page", "#here", "#here"],
    ["to another machine", "https://example.org/x.md", "https://example.org/x.md"],
  ])("%s leads there", (_, target, expected) => {
    expect(led(target)).toBe(expected);
  });

  test("to nothing is a fault that names both", () => {
    expect(led("gone.md")).toBe("docs/why/x.md: gone.md is not there");
  });
});

test("code is no link, HTML may be", () => {
  const text = "`[a](gone.md)`\n\n```md\n[a](gone.md)\n```\n";
  const keep = withSiteLinks(page("docs/x.md", text), pages, (fault) => expect.fail(fault));
  expect(keep).toBe(text);
  const html = page("docs/x.md", '<a class="b" href="plan.md">a</a>');
  expect(withSiteLinks(html, pages, () => expect.fail())).toBe('<a class="b" href="plan.md">a</a>');
});
