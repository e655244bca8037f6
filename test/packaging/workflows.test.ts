import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { describe, expect, test } from "vitest";
import { parse } from "yaml";

// A tag of an action can be moved to other code; a commit cannot. A release must not run what nobody has looked at.

const github = fileURLToPath(new URL("../../.github", import.meta.url));
const workflows = readdirSync(join(github, "workflows"));

interface Step {
  readonly uses?: string;
  readonly run?: string;
}
interface Workflow {
  readonly permissions: Record<string, string>;
  readonly jobs: Record<
    string,
    { readonly permissions?: Record<string, string>; readonly steps: readonly Step[] }
  >;
}
const read = (name: string) => readFileSync(join(github, "workflows", name), "utf8");

describe("a workflow", () => {
  test.each(workflows)("%s pins each action by its commit, and says which version that is", (name) => {
    const uses = read(name)
      .split("\n")
      .filter((line) => line.includes("uses:"));
    expect(uses.length).toBeGreaterThan(0);
    for (const line of uses) expect(line).toMatch(/uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  test.each(workflows)("%s may read, and nothing else unless it says so", (name) => {
    const { permissions } = parse(read(name)) as Workflow;
    expect(permissions["contents"]).toBe("read");
  });

  test("release.yml publishes with provenance and no token, after the checks and the audit", () => {
    const { jobs } = parse(read("release.yml")) as Workflow;
    const runs = (job: string) => jobs[job]?.steps.flatMap(({ run }) => run ?? []) ?? [];
    expect(runs("publish")).toEqual(["npm ci", "npm publish --provenance --access public"]);
    expect(jobs["publish"]?.permissions).toEqual({ contents: "read", "id-token": "write" });
    expect(runs("check").at(-1)).toBe(".ci/run");
    expect(runs("check").join("\n")).toContain("npm audit --omit=dev");
    expect(read("release.yml")).not.toMatch(/NODE_AUTH_TOKEN|secrets\./);
  });
});
