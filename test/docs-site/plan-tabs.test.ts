import { describe, expect, it } from "vitest";

import { fromFragment } from "../../docs/calculator/address/address.js";
import { programOf, withPlanTabs } from "../../docs/site-build/plan-tabs.js";

const plan =
  "goal: { metric: customers, amount: 10, period: 2026-01 }\nfunnel: [{ stage: demo, rate: 25% }]\n";
const data = {
  goal: { metric: "customers", amount: 10, period: "2026-01" },
  funnel: [{ stage: "demo", rate: "25%" }],
};
const fence = (info: string, text: string) => `\`\`\`${info}\n${text}\`\`\``;

describe("a page with plans", () => {
  it("shows a whole plan as YAML, as TypeScript and as a command, and opens it in the calculator", async () => {
    const page = await withPlanTabs(`Before.\n\n${fence("yaml examples/x/plan.yaml", plan)}\n\nAfter.\n`);
    expect([...page.matchAll(/<p class="tab-name">(.+)<\/p>/g)].map(([, name]) => name)).toEqual([
      "YAML",
      "TypeScript",
      "Command",
    ]);
    expect(page).toContain(fence("yaml examples/x/plan.yaml", plan));
    expect(page).toContain("npx reverse-funnel solve plan.yaml");
    const [, address = ""] = /calculator\/index\.html#([^"]+)/.exec(page) ?? [];
    expect(await fromFragment(`#${address}`)).toEqual({ document: data });
    expect(page).toMatch(/^Before\.\n\n<div[\s\S]+\n\nAfter\.\n$/);
  });

  it("repeats no command where one stands right below the plan", async () => {
    const page = await withPlanTabs(`${fence("yaml p.yaml", plan)}\n\n${fence("sh", "solve p.yaml\n")}\n`);
    expect(page).not.toContain("Command");
    expect(page.trimEnd().endsWith(fence("sh", "solve p.yaml\n"))).toBe(true);
  });

  it("leaves a part of a plan, a plan with omissions, and other YAML as they are", async () => {
    for (const text of ["funnel: [{ stage: demo, rate: 25% }]\n", `${plan}…\n`, "asOf: 2026-01-16\n"]) {
      const page = `${fence("yaml", text)}\n`;
      expect(await withPlanTabs(page)).toBe(page);
    }
  });
});

it("a plan in code is the same plan", async () => {
  const code = await programOf(data);
  const [, literal = ""] = /solve\(([\s\S]+)\);\n$/.exec(code) ?? [];
  // eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call -- what the page shows is what a reader runs
  expect(new Function(`return (${literal})`)()).toEqual(data);
});
