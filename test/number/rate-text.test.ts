import { describe, expect, it } from "vitest";

import { parseRateText } from "../../src/number/rate-text.js";
import { ratio } from "../../src/number/ratio.js";

describe("readRate", () => {
  it("reads the same rate from every written form", () => {
    for (const written of [0.4, "0.4", "40%", "2/5", ".4", "4e-1", "40.0%", "400/1000"]) {
      expect(parseRateText(written)).toStrictEqual({ num: 2, den: 5 });
    }
    expect(parseRateText("0.5%")).toStrictEqual({ num: 1, den: 200 });
  });

  it("leaves the range to whoever asks", () => {
    expect(parseRateText(25)).toStrictEqual(ratio(25));
    expect(parseRateText("140%")).toStrictEqual(ratio(7, 5));
    expect(parseRateText("-5%")).toStrictEqual(ratio(-1, 20));
  });

  it.each(["fifty", "%", "2/0", "2/-5", "1/3%", "40 %", "40%%", "1.5/2", "/2", "2/", "1/2/3", ""])(
    "reads no rate in %j",
    (text) => {
      expect(parseRateText(text)).toBeUndefined();
    },
  );
});
