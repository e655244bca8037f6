import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromCsv } from "../../src/adapters/from-csv.js";
import { journeyImporter } from "../../src/adapters/journey-importer.js";
import type { Import } from "../../src/adapters/import.js";
import { latestDay } from "../../src/history/journeys/latest-day.js";
import type { Journey } from "../../src/history/journeys/journey.js";
import { learn } from "../../src/history/learning/learn.js";
import { formatDay } from "../../src/calendar/day.js";

const funnel = ["A", "B", "C"] as const;
const columns = { id: "id", stage: "stage", on: "on", owner: "owner", value: "value" };
const header = "id,stage,on,owner,value";

const day = fc.integer({ min: 20_454, max: 20_560 }).map(formatDay);
const american = (date: string) => `${Number(date.slice(5, 7))}/${Number(date.slice(8))}/${date.slice(0, 4)}`;
const row = fc
  .record({
    id: fc.integer({ min: 1, max: 12 }),
    stage: fc.constantFrom("A", "B", "C", "won", "lost", "Z"),
    on: fc.oneof({ weight: 8, arbitrary: day.map(american) }, { weight: 1, arbitrary: fc.constant("") }),
    owner: fc.constantFrom("Ana", '"Ben, Jr"', '"two\nlines"', ""),
    value: fc.constantFrom("100", '"1,250.50"', "abc", ""),
  })
  .map(({ id, stage, on, owner, value }) => [id, stage, on, owner, value].join(","));
const rows = fc.array(row, { maxLength: 40 });

const read = (text: string | readonly string[]) => fromCsv(text, { funnel, columns });
const csv = (lines: readonly string[]) => `${[header, ...lines].join("\n")}\n`;
const told = ({ journeys, counts }: Import) => ({ journeys, counts });

describe("laws of every adapter", () => {
  it("accounts for every row: read = used + set aside, and the reasons add up to what is set aside", () => {
    fc.assert(
      fc.property(rows, (lines) => {
        const { counts } = read(csv(lines));
        expect(counts.read).toBe(lines.length);
        expect(counts.used + counts.setAside).toBe(counts.read);
        expect(counts.reasons.reduce((sum, one) => sum + one.rows, 0)).toBe(counts.setAside);
      }),
    );
  });

  it("does not depend on the order of rows", () => {
    const shuffled = rows.chain((lines) =>
      fc.tuple(fc.constant(lines), fc.shuffledSubarray(lines, { minLength: lines.length })),
    );
    fc.assert(
      fc.property(shuffled, ([lines, other]) => {
        expect(told(read(csv(other)))).toEqual(told(read(csv(lines))));
      }),
    );
  });

  it("gives for a file cut in two and joined what the whole gives", () => {
    fc.assert(
      fc.property(rows, fc.nat(40), (lines, cut) => {
        const parts = [csv(lines.slice(0, cut)), csv(lines.slice(cut))];
        expect(told(read(parts))).toEqual(told(read(csv(lines))));
      }),
    );
  });

  it("gives the same for a text in pieces of any size, also through the middle of a quote", () => {
    fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: 50 }), (lines, size) => {
        const open = journeyImporter("csv", { funnel, columns });
        const file = open.file();
        const text = csv(lines);
        for (let at = 0; at < text.length; at += size) file.push(text.slice(at, at + size));
        file.end();
        expect(open.finish()).toEqual(read(text));
      }),
    );
  });

  it("gives the same journeys and account whether they are held or gone through, and learns the same from both", () => {
    fc.assert(
      fc.property(rows, (lines) => {
        const open = () => {
          const all = journeyImporter("csv", { funnel, columns });
          const file = all.file();
          file.push(csv(lines));
          file.end();
          return all;
        };
        const { journeys, ...held } = open().finish();
        const { journeys: each, latest, ...gone } = open().stream();
        expect([...each].sort((one, other) => (one.id < other.id ? -1 : 1))).toEqual(journeys);
        expect(gone).toEqual(held);
        expect(latest).toBe(latestDay(journeys));
        const options = { stages: funnel, asOf: "2026-06-30", by: "owner" } as const;
        expect(learn(each, options)).toEqual(learn(journeys, options));
        expect(() => learn(each[Symbol.iterator]() as unknown as Iterable<Journey>, options)).toThrow(
          "gone through again",
        );
      }),
    );
  });

  it("answers in plain frozen data that survives JSON", () => {
    fc.assert(
      fc.property(rows, (lines) => {
        const answer = read(csv(lines));
        expect(JSON.parse(JSON.stringify(answer))).toEqual(answer);
        expect(Object.isFrozen(answer) && answer.journeys.every((one) => Object.isFrozen(one))).toBe(true);
      }),
    );
  });
});
