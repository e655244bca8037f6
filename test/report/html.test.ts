import fc from "fast-check";
import { parse } from "node-html-parser";
import { describe, expect, it } from "vitest";
import { toHtml } from "../../src/report/html/to-html.js";
import { funnelPicture } from "../../src/charts/funnel/data.js";
import { left, right, sentence, table, type Block, type Cell, type Report } from "../../src/report/report.js";
import { visible } from "../../src/format/visible.js";
import { solve } from "../../src/solve/solve.js";

const answer = solve({
  goal: { metric: "customers", amount: 10, period: "2026-01" },
  funnel: [{ stage: "demo", rate: "25%" }],
});

/** A report with every kind of block but pictures, and the same name wherever a name can stand. */
function named(name: string): Report {
  const blocks: Block[] = [
    { kind: "figures", items: [{ figure: "2", label: name, note: name }] },
    sentence(name, "good"),
    { kind: "list", items: [name, `"${name}" needs 3.`] },
    table([left("Stage"), left(name), right("Total")], [[name, name, "12"]]),
  ];
  return { title: name, sections: [{ title: name, blocks }] };
}

const page = (report: Report) => parse(toHtml(report));
// Only the class of a cell depends on its length.
const tagsOf = (html: string) =>
  (html.match(/<[^>]*>/g) ?? []).map((tag) => tag.replace(/ class="[^"]*"/g, "").replace(/="[^"]*"/g, '=""'));

describe("a page", () => {
  const report: Report = {
    title: "Plan",
    sections: [
      {
        title: "Today",
        blocks: [{ kind: "figures", items: [{ figure: "2", label: "demo", note: "sales" }] }],
      },
      {
        title: "Path",
        blocks: [
          { kind: "picture", picture: funnelPicture(answer) },
          ...(named("demo").sections[0]?.blocks ?? []),
        ],
      },
    ],
  };
  const root = page(report);
  const texts = (selector: string) => root.querySelectorAll(selector).map(({ text }) => text.trim());

  it("says what it is: a language, a title, how it is to be shown, and that nothing may be loaded or run", () => {
    expect(
      toHtml(report).startsWith('<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">'),
    ).toBe(true);
    expect(texts("title")[0]).toBe("Plan");
    const meta = root
      .querySelectorAll("meta")
      .map((each) => [each.getAttribute("name"), each.getAttribute("content")]);
    expect(meta).toContainEqual(["viewport", "width=device-width, initial-scale=1"]);
    expect(meta).toContainEqual(["color-scheme", "light dark"]);
    expect(meta).toContainEqual([
      undefined,
      "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'",
    ]);
  });

  it("has one first heading, and a section with a heading for each part", () => {
    expect(texts("h1")).toEqual(["Plan"]);
    expect(texts("main > section > h2")).toEqual(["Today", "Path"]);
    const labels = root.querySelectorAll("section").map((each) => each.getAttribute("aria-labelledby"));
    expect(labels).toEqual(root.querySelectorAll("h2").map((each) => each.getAttribute("id")));
  });

  it("shows figures with what they are, tables with caption and headings, pictures with their words", () => {
    expect([texts(".figures dt")[0], texts(".figures b")[0], texts(".figures span")[0]]).toEqual([
      "demo",
      "2",
      "sales",
    ]);
    expect(texts("caption")).toEqual(["Path"]);
    expect(texts("thead th")).toEqual(["Stage", "demo", "Total"]);
    expect(root.querySelectorAll("thead th").every((each) => each.getAttribute("scope") === "col")).toBe(
      true,
    );
    expect(root.querySelectorAll("tbody th").map((each) => each.getAttribute("scope"))).toEqual(["row"]);
    const svgs = root.querySelectorAll("figure svg");
    expect(svgs.map((each) => [each.getAttribute("role"), each.getAttribute("width")])).toEqual([
      ["img", "848"],
      ["img", "348"],
    ]);
    // The heading above says what the picture is: its own title is only said aloud.
    expect(svgs.map((svg) => svg.querySelector("title")?.text)).toEqual(["Plan", "Plan"]);
    expect(svgs.flatMap((svg) => svg.querySelectorAll("text").map(({ text }) => text))).not.toContain("Plan");
    expect(svgs.every((svg) => svg.querySelector("desc")?.text.includes("2 a day"))).toBe(true);
  });

  it("has no id twice, no script, and no address to load from", () => {
    const ids = root.querySelectorAll("[id]").map((each) => each.getAttribute("id"));
    expect(new Set(ids).size).toBe(ids.length);
    expect(root.querySelectorAll("script, link, img, iframe, object, embed, form, a, base")).toEqual([]);
    expect(toHtml(report).replaceAll('xmlns="http://www.w3.org/2000/svg"', "")).not.toMatch(
      /https?:|@import|url\((?!#)/,
    );
  });

  it("says once that figures are rounded, at the foot of the first table with such, and shows the exact ones", () => {
    const stages = (...totals: Cell[]) =>
      totals.map((total) => table([left("Stage"), right("Total")], [["demo", total]]));
    const footsOf = (...totals: Cell[]) =>
      page({ title: "Plan", sections: [{ title: "Path", blocks: stages(...totals) }] });
    const rounded = { text: "66.7", exact: "200/3" };
    const root = footsOf("12", rounded, rounded);
    expect(root.querySelectorAll(".foot").map(({ text }) => text)).toEqual(["Rounded; exact with --exact."]);
    expect(root.querySelectorAll("td[title]").map((cell) => cell.getAttribute("title"))).toEqual([
      "200/3",
      "200/3",
    ]);
    expect(footsOf("12").querySelectorAll(".foot")).toEqual([]);
  });

  it("takes a language and a title", () => {
    const html = toHtml(
      { title: "Plan", sections: [{ title: "Goal", blocks: [sentence("10,000.5 of it.")] }] },
      { language: "de-AT", title: "Window" },
    );
    const other = parse(html);
    expect(other.querySelector("html")?.getAttribute("lang")).toBe("de-AT");
    expect([other.querySelector("title")?.text, other.querySelector("h1")?.text]).toEqual(["Window", "Plan"]);
    expect(other.querySelector("p")?.text).toBe("10,000.5 of it.");
    expect(() => toHtml(report, { language: 'en"><script>' })).toThrow(/^toHtml requires language as a tag/);
  });
});

describe("names are text", () => {
  it.each([
    "<img src=x onerror=alert(1)>",
    "</style><script>alert(1)</script>",
    "</title><svg onload=alert(1)>",
    "=cmd|' /C calc'!A0",
    "javascript:alert(1)",
    `"quoted" 'name' & Söhne`,
    "-->",
    "]]>",
    "{{constructor}}",
    "__proto__",
  ])("%s", (name) => {
    const root = page(named(name));
    expect(root.querySelector("h1")?.text).toBe(name);
    expect(root.querySelector("tbody th")?.text).toBe(name);
    expect(root.querySelector("title")?.text).toBe(name);
    expect(tagsOf(toHtml(named(name)))).toEqual(tagsOf(toHtml(named("plain"))));
  });

  it("whatever they are: they add no tag, and are read back as they were", () => {
    const word = fc.string({ unit: "binary", minLength: 1, maxLength: 120 }).map((text) => `x${text}x`);
    const nasty = fc
      .array(
        fc.constantFrom("<", ">", '"', "'", "&", "/", "=", "script", "style", "!--", "&#60;", "\u202E", " "),
      )
      .map((parts) => `x${parts.join("")}x`);
    const plain = tagsOf(toHtml(named("plain")));
    fc.assert(
      fc.property(fc.oneof(word, nasty), (name) => {
        const html = toHtml(named(name));
        expect(tagsOf(html).filter((tag) => !/^<\/?bdi>$/.test(tag))).toEqual(plain);
        const shown = visible(name).replaceAll("\uFFFE", "\\ufffe").replaceAll("\uFFFF", "\\uffff");
        expect(parse(html).querySelector("tbody th")?.text).toBe(shown);
      }),
    );
  });

  it("that turn a line around are shown as they would be written, and Arabic is set apart from figures beside it", () => {
    const html = toHtml(named("abc\u202Etxt"));
    expect(html).not.toContain("\u202E");
    expect(html).toContain("abc\\u202etxt");
    expect(toHtml(named("مكالمة أولى 5"))).toContain("<bdi>مكالمة أولى</bdi> 5");
  });

  it("longer than a line are cut in headings and cells, and in a sentence where no line can be broken", () => {
    const html = toHtml(named("a".repeat(10_000)));
    expect(html.length).toBeLessThan(12_000);
    expect(html).toContain(`${"a".repeat(239)}…`);
    const words = "word ".repeat(2_000).trim();
    expect(parse(toHtml(named(words))).querySelector("p")?.text).toBe(words);
  });
});
