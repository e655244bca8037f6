import { describe, expect, it } from "vitest";
import { journeyImporter } from "../../src/adapters/index.js";
import { decodeText } from "../../src/cli/decode-text.js";
import type { Journey } from "../../src/history/journeys/journey.js";
import { MESSY_EXPORTS, type MessyExport } from "./messy-exports.js";

const COLUMNS = {
  ...{ id: "Id", stage: "Stage", created: "Created", closed: "Closed", expected: "Closed" },
  ...{ value: "Value", owner: "Owner" },
};

/** A deal in one line, as the table writes it. */
function line({ id, state, closed, steps, value, owner }: Journey): string {
  const ended = state === "open" ? "open" : `${state} ${closed ?? "?"}`;
  const path = steps.map(({ stage, on }) => `${stage} ${on ?? "?"}`).join(", ");
  return `${id} ${ended}: ${path}; ${value ?? "-"}; ${owner ?? "-"}`;
}

/** Reads it as the command does: its bytes in pieces of nine, so that cells, quotes and letters are cut. */
async function read({ text, encoding, options }: MessyExport) {
  const bytes = Buffer.from(text, encoding ?? "utf8");
  const open = journeyImporter("csv", { funnel: ["Demo", "Offer"], columns: COLUMNS, ...options });
  const sink = open.file();
  async function* pieces(): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < bytes.length; at += 9) yield await Promise.resolve(bytes.subarray(at, at + 9));
  }
  for await (const piece of decodeText(pieces())) sink.push(piece);
  sink.end();
  return open.finish();
}

describe("a messy export says what a person reads in it", () => {
  it.each(MESSY_EXPORTS.map((one) => [one.name, one] as const))("%s", async (_, one) => {
    const { journeys, counts, issues } = await read(one);
    expect(journeys.map(line)).toEqual(one.deals);
    expect(Object.fromEntries(counts.reasons.map(({ code, rows }) => [code, rows]))).toEqual(one.aside ?? {});
    expect(counts.used + counts.setAside).toBe(counts.read);
    expect(issues.map(({ code }) => code)).toEqual(expect.arrayContaining([...(one.said ?? [])]));
  });
});
