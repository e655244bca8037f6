import { describe, expect, it } from "vitest";
import { formatDay } from "../../src/calendar/day.js";
import { simulateJourneys, trueLag, trueRate, type SimulatedStage } from "./journey-simulator.js";

const stage: SimulatedStage = {
  stage: "A",
  rate: 0.3,
  lag: [
    [2, 0.5],
    [4, 0.5],
  ],
  lossLag: [[10, 1]],
};
const last: SimulatedStage = { ...stage, stage: "B", rate: 0.6, skip: 0.25 };
const finished = {
  seed: 5,
  deals: 20_000,
  stages: [stage, last],
  begin: [20_000, 20_100],
  asOf: 20_400,
} as const;

// Truth: binomial shares of the rates that were handed in, within five standard errors.
describe("the simulator of journeys", () => {
  it("makes the same history for the same seed, and another for another", () => {
    const small = { ...finished, deals: 50 };
    expect(simulateJourneys(small)).toEqual(simulateJourneys(small));
    expect(simulateJourneys(small)).not.toEqual(simulateJourneys({ ...small, seed: 6 }));
  });

  it("wins as many as the rates say, whoever skips a stage included", () => {
    const won = simulateJourneys(finished).filter(({ state }) => state === "won").length / finished.deals;
    const truth = trueRate(stage) * trueRate(last);
    expect(truth).toBeCloseTo(0.3 * (0.25 + 0.75 * 0.6), 12);
    expect(Math.abs(won - truth)).toBeLessThan(5 * Math.sqrt((truth * (1 - truth)) / finished.deals));
  });

  it("shows nobody's future, and nothing of deals that ended before history begins", () => {
    const seen = simulateJourneys({ ...finished, asOf: 20_050, observedFrom: 20_040 });
    expect(seen.some(({ state }) => state === "open")).toBe(true);
    expect(
      seen.every(
        ({ closed }) => closed === null || (closed >= formatDay(20_040) && closed <= formatDay(20_050)),
      ),
    ).toBe(true);
  });

  it("says that whoever skips a stage goes on at once", () => {
    const lag = trueLag(last);
    expect([...lag.values()].reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
    expect(lag.get(0)).toBeCloseTo(0.25 / (0.25 + 0.75 * 0.6), 12);
  });
});
