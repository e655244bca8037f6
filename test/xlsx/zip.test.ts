import { inflateRawSync } from "node:zlib";

import fc from "fast-check";
import { unzipSync } from "fflate";
import { describe, expect, it } from "vitest";

import { deflate } from "../../src/xlsx/deflate.js";
import { zip } from "../../src/xlsx/zip.js";

// What we pack, against zlib and fflate, which unpack it.

const restored = (bytes: Uint8Array): number[] => [...inflateRawSync(deflate(bytes))];

describe("what is compressed", () => {
  it("comes back as it was, whatever the bytes", () => {
    const same = (bytes: Uint8Array) => {
      expect(restored(bytes)).toEqual([...bytes]);
    };
    fc.assert(fc.property(fc.uint8Array({ maxLength: 2000 }), same), { numRuns: 300 });
    // Few different bytes have much that was there before, near and far.
    fc.assert(fc.property(fc.uint8Array({ max: 2, maxLength: 2000 }), same), { numRuns: 300 });
  });

  it.each([0, 1, 3, 257, 258, 259, 32_768, 32_771, 100_000])("comes back as it was: %s alike", (length) => {
    const alike = new Uint8Array(length).fill(97);
    expect(restored(alike)).toEqual([...alike]);
  });

  it("comes back as it was where what is the same is further off than may be named", () => {
    const far = Uint8Array.from({ length: 80_000 }, (_, at) => (at * at * 7 + (at >> 5)) & 255);
    const twice = Uint8Array.from([...far, ...far]);
    expect(restored(twice)).toEqual([...twice]);
  });

  it("is small where rows are alike", () => {
    const rows = Array.from(
      { length: 1000 },
      (_, row) => `<row r="${row}"><c r="A${row}" s="3"><v>1</v></c></row>`,
    );
    const bytes = new TextEncoder().encode(rows.join(""));
    expect(deflate(bytes).length).toBeLessThan(bytes.length / 4);
  });
});

describe("an archive", () => {
  it("has each text under its name, in UTF-8", () => {
    const texts = fc.array(fc.string({ unit: "grapheme", maxLength: 200 }), { maxLength: 5 });
    const law = fc.property(texts, (list) => {
      const files = unzipSync(zip(list.map((text, index) => [`folder/${index}.xml`, text] as const)));
      const read = Object.entries(files).map(([name, bytes]) => [name, new TextDecoder().decode(bytes)]);
      expect(read).toEqual(list.map((text, index) => [`folder/${index}.xml`, text]));
    });
    fc.assert(law);
  });
});
