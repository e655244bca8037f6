import { describe, expect, test } from "vitest";
import { solve } from "../../src/index.js";
import type { RateInput } from "../../src/plan/rate.js";

const reasonsFor = (rate: RateInput) => {
  const answer = solve({
    goal: { metric: "customers", amount: 5, period: "2026-12" },
    funnel: [
      { stage: "call", rate: "30%" },
      { stage: "demo", rate },
    ],
  });
  return answer.status === "infeasible" ? answer.reasons : [];
};

describe("a rate of 0", () => {
  // 0 of 12 was told as "no unit ever goes on", which twelve units cannot say.
  test("seen in a few units leaves open how high it may be: 1 − 0.05^(1/12) is 22.1%", () => {
    const [reason] = reasonsFor({ won: 0, of: 12 });
    // scipy.stats.beta.ppf(0.95, 1, 12) is 0.22092219194555585.
    expect(reason).toMatchObject({ code: "zero-rate", seen: "12", upTo: "0.221" });
    expect(reason?.text).toBe(
      'None of the 12 units seen at "demo" went on; at 0% no number of entries is enough, but it may be up to 22%.',
    );
  });

  test.each([
    // scipy.stats.beta.ppf(0.95, 1, n), rounded up to a tenth of a per cent.
    [1, "0.95"],
    [59, "0.05"],
    [300, "0.01"],
    [1_000_000, "0.001"],
  ])("none of %d leaves open up to %s", (of, upTo) => {
    expect(reasonsFor({ won: 0, of })[0]).toMatchObject({ upTo });
  });

  test("planned inside a range says the range's upper end", () => {
    const [reason] = reasonsFor({ rate: "0%", low: "0%", high: "20%" });
    expect(reason).toMatchObject({ upTo: "0.2" });
    expect(reason?.text).toContain(
      'The rate of "demo" is planned as 0%; at 0% no number of entries is enough, but it may be up to 20%.',
    );
  });

  test("written as a fact is one", () => {
    const [reason] = reasonsFor("0%");
    expect(reason).not.toHaveProperty("upTo");
    expect(reason?.text).toContain("No unit ever goes on");
  });
});
