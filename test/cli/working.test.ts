import { describe, expect, it } from "vitest";

import { inWorld } from "./world.js";

const files = {
  "plan.yaml":
    "goal: { metric: customers, amount: 10, period: 2026-01 }\nfunnel: [{ stage: demo, rate: 25% }]\n",
};

describe("a note that work goes on", () => {
  it("is shown on a terminal for what may take long, and gone before anything is written", async () => {
    const { err, out } = await inWorld(["report", "plan.yaml", "--format", "md"], {
      files,
      errIsTerminal: true,
    });
    expect(err).toBe("report …\r\u001b[K");
    expect(out).toMatch(/^# Plan\n/);
    const written = await inWorld(["report", "plan.yaml", "-o", "r.md"], { files, errIsTerminal: true });
    expect(written.err).toBe("report …\r\u001b[KWrote r.md.\n");
    const wrong = await inWorld(["report", "none.yaml"], { files, errIsTerminal: true });
    expect(wrong.err.startsWith("report …\r\u001b[Kreverse-funnel: cannot read none.yaml")).toBe(true);
  });

  it("is none in a log, and none for what is done at once", async () => {
    expect((await inWorld(["report", "plan.yaml"], { files })).err).toBe("");
    expect((await inWorld(["solve", "plan.yaml"], { files, errIsTerminal: true })).err).toBe("");
  });
});
