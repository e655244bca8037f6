import { describe, expect, it } from "vitest";
import { pathChooser, listPaths, listPathStages } from "../../../src/history/journeys/paths.js";

const FUNNEL = [
  {
    stage: "meeting",
    rate: "40%",
    sources: [
      { channel: "inbound", share: "50%", funnel: [{ stage: "lead", rate: "20%" }] },
      {
        channel: "outbound",
        rest: true,
        funnel: [
          {
            stage: "call",
            rate: "30%",
            sources: [
              { channel: "list", share: "50%", funnel: [{ stage: "prospect", rate: "10%" }] },
              { channel: "event", rest: true, funnel: [{ stage: "badge", rate: "10%" }] },
            ],
          },
        ],
      },
    ],
  },
  { stage: "proposal", rate: "50%" },
] as const;

const steps = (...stages: string[]) => stages.map((stage) => ({ stage, on: null }));

describe("paths through a funnel", () => {
  it("finds one path for each source, at any depth, with the channels that lead there", () => {
    expect(listPaths(FUNNEL)).toEqual([
      { channels: ["inbound"], stages: ["lead", "meeting", "proposal"] },
      { channels: ["outbound", "list"], stages: ["prospect", "call", "meeting", "proposal"] },
      { channels: ["outbound", "event"], stages: ["badge", "call", "meeting", "proposal"] },
    ]);
  });

  it("lists every stage once, each after all that lead to it", () => {
    expect(listPathStages(listPaths(FUNNEL))).toEqual([
      "lead",
      "prospect",
      "call",
      "badge",
      "meeting",
      "proposal",
    ]);
  });

  it("chooses by the channel, else by the stages, else only what all paths share", () => {
    const choose = pathChooser<string>(listPaths(FUNNEL));
    expect(choose({ channel: "inbound", steps: steps("proposal") }).stages[0]).toBe("lead");
    expect(choose({ channel: null, steps: steps("badge") }).stages[0]).toBe("badge");
    expect(choose({ channel: null, steps: steps("proposal") }).stages).toEqual(["meeting", "proposal"]);
    expect(choose({ channel: "outbound", steps: steps("meeting") }).stages).toEqual([
      "call",
      "meeting",
      "proposal",
    ]);
  });

  it("is one path for a list of names", () => {
    expect(listPaths(["demo", "proposal"])).toEqual([{ channels: [], stages: ["demo", "proposal"] }]);
  });
});
