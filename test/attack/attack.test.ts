import { describe, expect, it } from "vitest";
import { attack } from "./attack.js";

describe("what strangers send", () => {
  it("is answered or refused by a sentence, in time, with every row accounted for and no name as markup", async () => {
    for (const { name, finds } of await attack(400, 1)) expect([name, finds]).toEqual([name, []]);
  }, 120_000);
});
