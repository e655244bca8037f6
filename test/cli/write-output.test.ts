import { expect, it } from "vitest";

import type { Call } from "../../src/cli/verb.js";
import { writeOutput } from "../../src/cli/write-output.js";

it("misses the folder of a new file, not the file", async () => {
  // `-o nofolder/report.html` used to say "there is no such file", as if a new file had to be there.
  const missing = () => Promise.reject(Object.assign(new Error("missing"), { code: "ENOENT" }));
  const call = {
    world: { writeFile: missing },
    text: () => "nofolder/report.html",
    flag: () => false,
  } as unknown as Call;
  await expect(writeOutput(call, "made")).rejects.toThrow(
    "cannot write nofolder/report.html: there is no such folder",
  );
});
