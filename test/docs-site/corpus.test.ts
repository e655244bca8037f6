import { describe, expect, test } from "vitest";

import { corpusMarkdown, withCorpus } from "../../docs/site-build/corpus.js";
import { readPages, type Page } from "../corpus/page.js";

const example: Page = {
  file: "a-page.yaml",
  title: "A <b>page</b> | of [others](x)",
  address: "https://example.org/a",
  kind: "reverse funnel",
  quote: "21 / 35% = 61",
  verdict: "wrong",
  judgement: "Off by one.",
  plan: {},
  figures: [
    { name: "wins", at: ["wins"], by: "21", exact: "21", answer: 21, printed: 21 },
    {
      name: "calls",
      at: ["stages"],
      by: "21 ÷ 7/20",
      exact: "60",
      answer: 60,
      printed: 61,
      differs: "a float",
    },
  ],
  keeping: [],
  assumes: [],
};

describe("the table of published examples", () => {
  const rows = (pages: readonly Page[]): string[] =>
    corpusMarkdown(pages)
      .split("\n")
      .filter((line) => line.startsWith("|"));

  test("shows the figure in which an example differs, its verdict and its source", () => {
    expect(rows([example])[2]).toContain("| 61 calls | 60 | **wrong** | [the page](https://example.org/a) |");
  });

  test("shows the words of others as text", () => {
    const [, , row = ""] = rows([example]);
    expect(row).toContain("A &lt;b>page&lt;/b> &#124; of &#91;others&#93;(x)");
    expect(row.split(" | ")).toHaveLength(6);
  });

  test("has a row and a section for every example that the tests hold, the wrong ones first", () => {
    const pages = readPages();
    const text = corpusMarkdown(pages);
    expect(text.match(/^<h3 /gm)).toHaveLength(pages.length);
    const verdicts = [...text.matchAll(/\| (?:\*\*)?(wrong|right|not printed)(?:\*\*)? \|/g)].map(
      ([, verdict]) => verdict,
    );
    expect(verdicts).toHaveLength(pages.length);
    expect(verdicts.lastIndexOf("wrong")).toBeLessThan(verdicts.indexOf("right"));
  });

  test("stands where a guide asks for it, and nowhere else", () => {
    expect(withCorpus("a\n<!-- table of published examples -->\nb")).toMatch(
      /^a\n<a id="published-examples"><\/a>\d+ examples, \d+ of them wrong:/,
    );
    expect(withCorpus("a\nb")).toBe("a\nb");
  });
});
