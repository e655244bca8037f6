import { deflateRawSync } from "node:zlib";

import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { fromFragment, toFragment } from "../../docs/calculator/address/address.js";

const start = { goal: { metric: "customers" }, funnel: [] };

describe("a plan in the address", () => {
  test("is the same plan when it is read back, whatever is written in it", async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), fc.string(), async (value, name) => {
        const document = JSON.parse(JSON.stringify({ ...start, name, value })) as typeof start;
        expect(await fromFragment(`#${await toFragment(document)}`)).toEqual({ document });
      }),
      { numRuns: 50 },
    );
  });

  test("needs no letter that an address would have to escape", async () => {
    const fragment = await toFragment({ ...start, name: 'Zürich & <b>"x"</b> ' + "é".repeat(50) });
    expect(fragment).toMatch(/^v1\.[\w-]+$/);
  });

  test("an address without a plan has none", async () => {
    expect([await fromFragment(""), await fromFragment("#"), await fromFragment("#answer")]).toEqual([
      null,
      null,
      null,
    ]);
  });

  test.each([
    ["cut off", async () => (await toFragment(start)).slice(0, -8)],
    ["of a version to come", () => Promise.resolve("v9.abc")],
    ["no letters of base64", () => Promise.resolve("v1.%%%")],
    ["no JSON", () => Promise.resolve(`v1.${deflateRawSync("{").toString("base64url")}`)],
    ["a list", () => Promise.resolve(`v1.${deflateRawSync("[1]").toString("base64url")}`)],
    ["no plan", () => Promise.resolve(`v1.${deflateRawSync('{"a":1}').toString("base64url")}`)],
    [
      "nested without end",
      () =>
        Promise.resolve(
          `v1.${deflateRawSync(`{"goal":${"[".repeat(5000)}${"]".repeat(5000)}}`).toString("base64url")}`,
        ),
    ],
    [
      "small, and large when unpacked",
      () =>
        Promise.resolve(`v1.${deflateRawSync(`{"goal":"${"a".repeat(5_000_000)}"}`).toString("base64url")}`),
    ],
  ])("that is %s is a problem that is said", async (_, fragment) => {
    const reading = await fromFragment(`#${await fragment()}`);
    expect(reading?.problem).toMatch(/^(The plan in this address cannot be read|This is no plan)/);
  });
});
