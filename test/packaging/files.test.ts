import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { expect, test } from "vitest";

// What a user downloads, by name: a file that comes or goes is read in the diff of files.txt before it is published.

const root = fileURLToPath(new URL("../..", import.meta.url));

test("the tarball holds these files and no others", async () => {
  const said = execFileSync("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"], {
    cwd: root,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  });
  const [{ files }] = JSON.parse(said) as [{ files: { path: string }[] }];
  // A chunk's name holds a sum over its text; what counts is that it is there.
  const names = files.map(({ path }) =>
    path.replace(/-[A-Z0-9]{8}(?=\.)/, "-<sum>").replace(/-[\w-]{8}(?=\.d\.c?ts$)/, "-<sum>"),
  );
  await expect(`${names.sort().join("\n")}\n`).toMatchFileSnapshot(join(root, "test/packaging/files.txt"));
});
