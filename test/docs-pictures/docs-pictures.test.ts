import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { describe, expect, test } from "vitest";

import { docsPictures } from "../../docs/pictures/pictures.js";

// The pictures that README and the guides show are what the library draws today. After a wanted change: `npm run pictures`,
// and look at each of them.

const folder = fileURLToPath(new URL("../../docs/pictures/", import.meta.url));
const pictures = docsPictures();

describe("docs/pictures", () => {
  test.each(pictures)("$file is up to date", async ({ file, svg }) => {
    await expect(svg).toMatchFileSnapshot(`${folder}${file}`);
  });

  test("holds no picture that is no longer made", () => {
    const files = readdirSync(folder).filter((file) => file.endsWith(".svg"));
    expect(files.sort()).toEqual(pictures.map(({ file }) => file).sort());
  });
});
