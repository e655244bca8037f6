import { describe, expect, it } from "vitest";
import { solutionReport } from "../../src/report/solution-report.js";
import { toText } from "../../src/report/text/to-text.js";
import { visible } from "../../src/format/visible.js";
import { padTo, piecesOf, widthOf } from "../../src/format/width.js";
import { solve } from "../../src/solve/solve.js";

const ESCAPE = "\u001b[31m";

describe("names cannot steer a terminal", () => {
  it.each([
    ["a line end", "a\nb", "a\\nb"],
    ["an ANSI colour", `${ESCAPE}red`, "\\u001b[31mred"],
    ["a bell", "ding\u0007", "ding\\u0007"],
    ["text turned around", "abc\u202Etxt", "abc\\u202etxt"],
    ["a line separator", "a\u2028b", "a\\u2028b"],
    ["half a surrogate pair", "a\uD800b", "a\\ud800b"],
    ["an invisible tag", "a\u{E0041}", "a\\u{e0041}"],
  ])("%s is shown as it would be written", (_, name, shown) => {
    expect(visible(name)).toBe(shown);
  });

  it("leaves letters of all scripts and emoji as they are", () => {
    expect(visible("Gespräch 面談 👩‍💻")).toBe("Gespräch 面談 👩‍💻");
  });

  it("wherever they stand in a report", () => {
    const name = `evil\n${ESCAPE}name`;
    const text = toText(
      solutionReport(
        solve({
          name,
          currency: "EUR",
          goal: { metric: "new-mrr", amount: 100, period: { workingDays: 5 } },
          deal: { value: 10, owner: name },
          funnel: [
            {
              stage: name,
              rate: "50%",
              owner: name,
              sources: [
                { channel: name, share: "100%", funnel: [{ stage: `${name}2`, rate: 0.5, available: 1 }] },
              ],
            },
          ],
        }),
      ),
    );
    expect(text).not.toContain("\u001b");
    expect(text).toContain("evil\\n\\u001b");
  });
});

// Origin: cells as terminals draw them (Unicode East Asian Width W and F are two cells, combining marks none).
describe("text is measured in cells of a terminal", () => {
  it.each([
    ["demo", 4],
    ["面談", 4],
    ["e\u0301", 1],
    ["🚀", 2],
    // Five of these twenty were measured wrong: what is joined was counted apart, and emoji below U+1F300 as one cell.
    ["👩‍💻", 2],
    ["👨‍👩‍👧‍👦", 2],
    ["👍🏽", 2],
    ["🇩🇪", 2],
    ["🏳️‍🌈", 2],
    ["❤️", 2],
    ["❤", 1],
    ["1️⃣", 2],
    ["☕", 2],
    ["✅", 2],
    ["⚡", 2],
    ["⭐", 2],
    ["🟢", 2],
    ["☝🏽", 2],
    ["©", 1],
    ["é", 1],
    ["ก็", 1],
    ["각", 2],
    ["ｶ", 1],
    ["Ａ", 2],
    // A flag, a letter and a name of mixed kinds add up.
    ["🇩🇪🇫🇷x", 5],
    ["Team ☕ 東京", 12],
    ["", 0],
  ])("%j takes %d", (text, cells) => {
    expect(widthOf(text)).toBe(cells);
  });

  it("is broken between characters as they are drawn, and padded to the cell", () => {
    expect(piecesOf("面談と提案", 5)).toEqual(["面談", "と提", "案"]);
    expect(piecesOf("👩‍💻👩‍💻é", 3)).toEqual(["👩‍💻", "👩‍💻é"]);
    expect(padTo("面談", 6, "right")).toBe("  面談");
  });
});
