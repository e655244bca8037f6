import { describe, expect, it } from "vitest";

import { inWorld } from "./world.js";

const plan = `goal: { metric: customers, amount: 10, period: 2026-01 }
funnel: [{ stage: demo, rate: 25% }]
`;
const files = { "plan.yaml": plan, "now.yaml": "asOf: 2026-01-16\nentered: { demo: 20 }\nwon: 4\n" };
const freeze = async () => {
  const { code, files: made } = await inWorld(["baseline", "plan.yaml", "-o", "agreed.json"], {
    files,
    today: "2026-01-02",
  });
  return { code, text: made.get("agreed.json") ?? "" };
};

describe("baseline", () => {
  it("freezes the day, the plan, its targets and their hash", async () => {
    const { code, text } = await freeze();
    expect(code).toBe(0);
    expect(JSON.parse(text)).toMatchObject({
      agreedOn: "2026-01-02",
      hash: expect.stringMatching(/^sha256:[0-9a-f]{64}$/) as string,
      plan: { goal: { amount: 10 } },
      targets: { wins: 10 },
    });
    expect((await freeze()).text).toBe(text);
  });

  it("is what track, report and check compare with", async () => {
    const { text } = await freeze();
    const own = { ...files, "agreed.json": text, "plan.yaml": plan.replace("10", "8") };
    const words = ["plan.yaml", "--snapshot", "now.yaml", "--against", "agreed.json"];
    for (const verb of [["track"], ["report", "--format", "md"], ["check"]]) {
      const { out } = await inWorld([...verb, ...words], { files: own, today: "2026-01-17" });
      expect(out.replaceAll(/\s+/g, " ")).toContain("By what was agreed on Fri 2 Jan");
    }
    const { out } = await inWorld(["track", ...words, "--json"], { files: own });
    expect(JSON.parse(out)).toMatchObject({ against: { agreed: { gap: "-16/11" } } });
  });

  it("is agreed again where the targets changed: check used to say the command for another file", async () => {
    const own = { ...files, "agreed.json": (await freeze()).text, "plan.yaml": plan.replace("10", "8") };
    const words = ["check", "plan.yaml", "--snapshot", "now.yaml", "--against", "agreed.json"];
    const { out } = await inWorld(words, { files: own });
    expect(out.replaceAll(/\s+/g, " ")).toContain(
      "agree again: reverse-funnel baseline plan.yaml -o agreed.json --force",
    );
    expect(out).not.toContain("--json > targets.json");
  });

  it("is refused where it was changed by hand", async () => {
    const { text } = await freeze();
    const own = { ...files, "agreed.json": text.replace('"amount": 10', '"amount": 4') };
    const words = ["plan.yaml", "--snapshot", "now.yaml", "--against", "agreed.json"];
    for (const verb of ["track", "report", "check"]) {
      const { code, err } = await inWorld([verb, ...words], { files: own });
      expect([code, err]).toEqual([
        2,
        expect.stringContaining("agreed.json was changed after it was agreed"),
      ]);
    }
  });

  it("may be an older file of targets alone, which only check can use", async () => {
    const targets = JSON.stringify({
      targets: (JSON.parse((await freeze()).text) as { targets: unknown }).targets,
    });
    const { code, err } = await inWorld(
      ["track", "plan.yaml", "--snapshot", "now.yaml", "--against", "targets.json"],
      { files: { ...files, "targets.json": targets } },
    );
    expect([code, err]).toEqual([0, expect.stringContaining("holds no plan")]);
  });
});
