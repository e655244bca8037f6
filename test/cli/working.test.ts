import { describe, expect, it } from "vitest";

import { inWorld } from "./world.js";

const files = {
  "plan.yaml":
    "goal: { metric: customers, amount: 10, period: 2026-01 }\nfunnel: [{ stage: demo, rate: 25% }]\n",
};

describe("a note that work goes on", () => {
  it("is shown on a terminal after a second of work, and gone before anything is written", async () => {
    const slow = { files, errIsTerminal: true, takes: 1000 };
    const { err, out } = await inWorld(["report", "plan.yaml", "--format", "md"], slow);
    expect(err).toBe("report …\r\u001b[K");
    expect(out).toMatch(/^# Plan\n/);
    const written = await inWorld(["report", "plan.yaml", "-o", "r.md"], slow);
    expect(written.err).toBe("report …\r\u001b[KWrote r.md.\n");
    const wrong = await inWorld(["report", "none.yaml"], slow);
    expect(wrong.err.startsWith("report …\r\u001b[Kreverse-funnel: cannot read none.yaml")).toBe(true);
  });

  // It used to flash up at once, "report …", before work of 0.2 s.
  it("is none for what takes less than a second", async () => {
    const quick = { files, errIsTerminal: true, takes: 999 };
    expect((await inWorld(["report", "plan.yaml", "-o", "r.md"], quick)).err).toBe("Wrote r.md.\n");
  });

  it("is none in a log, and none for what is done at once", async () => {
    expect((await inWorld(["report", "plan.yaml"], { files, takes: 5000 })).err).toBe("");
    expect((await inWorld(["solve", "plan.yaml"], { files, errIsTerminal: true, takes: 5000 })).err).toBe("");
  });
});
