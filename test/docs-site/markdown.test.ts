import { describe, expect, test } from "vitest";

import { chaptersOf } from "../../docs/site-build/contents.js";
import { anchorOf, changeProse, headingOf, withPlainHeadings } from "../../docs/site-build/markdown.js";
import { withNamesLinked } from "../../docs/site-build/names.js";

describe("prose", () => {
  const upper = (text: string): string => changeProse(text, (prose) => prose.toUpperCase());

  test("is changed, and code is left alone", () => {
    expect(upper("a `b` c")).toBe("A `b` C");
    expect(upper("a\n```ts\nb\n```\nc")).toBe("A\n```ts\nb\n```\nC");
    expect(upper("````md\n```\na\n```\n````\nb")).toBe("````md\n```\na\n```\n````\nB");
  });
});

describe("an anchor", () => {
  // As GitHub makes them, for the headings that the guides have.
  test.each([
    ["Windows: when work still counts", "windows-when-work-still-counts"],
    ["plan.yaml", "planyaml"],
    ["expected-solve.txt", "expected-solvetxt"],
    ["What's new?", "whats-new"],
  ])("of %j is %j", (heading, anchor) => {
    expect(anchorOf(heading)).toBe(anchor);
  });
});

test("headings have no marks of code on the site, where 255 links of one page had no words", () => {
  const text = "# Where: `least` and `a_b`\n\n`code`\n\n```sh\n# `kept`\n```";
  expect(withPlainHeadings(text)).toBe("# Where: least and a\\_b\n\n`code`\n\n```sh\n# `kept`\n```");
});

test("a page without a heading is refused by name", () => {
  expect(headingOf("# A page\n\ntext", "docs/x.md")).toBe("A page");
  expect(() => headingOf("text", "docs/x.md")).toThrow('docs/x.md requires a heading "# …"; got none');
});

describe("a table of contents", () => {
  test("has a chapter for each heading, and a page for the first link of each line", () => {
    const text =
      "# All\n\n## Why\n\n- [A](why/a.md): see [B](b.md)\n\nSee [C](c.md).\n\n## Rows\n\n| [D](../d) | x |\n";
    expect(chaptersOf(text, "docs/README.md")).toEqual([
      { title: "Why", pages: [{ title: "A", file: "docs/why/a.md" }] },
      { title: "Rows", pages: [{ title: "D", file: "d/README.md" }] },
    ]);
  });

  test("leaves out links to other places", () => {
    expect(chaptersOf("- [A](https://example.org/a.md)\n", "docs/README.md")).toEqual([]);
  });
});

describe("the name of a verb", () => {
  const page = "site:/api/functions/reverse-funnel.solve.html";

  test("is a link where it is first mentioned, outside headings, links and fences", () => {
    expect(withNamesLinked("# `solve`\n\n`solve` and `solve()`")).toBe(
      `# \`solve\`\n\n[\`solve\`](${page}) and \`solve()\``,
    );
    expect(withNamesLinked("[`solve`](x.md)\n```\n`solve`\n```")).toBe("[`solve`](x.md)\n```\n`solve`\n```");
  });

  test("is a name that a door hands on, and no other word", () => {
    expect(withNamesLinked("`toText` `solvent` `PlanError`")).toBe(
      "[`toText`](site:/api/functions/reverse-funnel_report.toText.html) `solvent` `PlanError`",
    );
  });
});
