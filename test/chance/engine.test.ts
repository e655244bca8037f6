import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

// The language leaves the last digit of these to the engine; + − × ÷ and √ it does not. One digit can move an integer.
const LEFT_TO_THE_ENGINE =
  /Math\.(exp|expm1|log|log1p|log2|log10|pow|cbrt|hypot|sin|cos|tan|asin|acos|atan|atan2|sinh|cosh|tanh|asinh|acosh|atanh)\b|\*\*(?!\/)(?=[^*]*$)/;

test("nothing that decides a number is left to the engine", () => {
  const room = new URL("../../src/chance/", import.meta.url);
  const found = readdirSync(room).flatMap((file) =>
    readFileSync(new URL(file, room), "utf8")
      .split("\n")
      .filter((line) => !/^\s*(\/?\*|\/\/)/.test(line) && LEFT_TO_THE_ENGINE.test(line))
      .map((line) => `${file}: ${line.trim()}`),
  );
  expect(found).toEqual([]);
});
