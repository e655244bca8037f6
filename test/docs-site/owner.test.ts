import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { describe, expect, test } from "vitest";

import { ROOT } from "../../docs/site-build/repository.js";

// npm shows the README, too, where a relative link leads nowhere. So its links are absolute, below the repository that
// package.json names. Whoever publishes changes that one line, runs this file with -u, and all other addresses follow.

const read = (file: string): string => readFileSync(join(ROOT, file), "utf8");

const { repository } = JSON.parse(read("package.json")) as { repository: { url: string } };
const [, home = ""] = /^git\+https:\/\/github\.com\/([\w.-]+\/[\w.-]+)\.git$/.exec(repository.url) ?? [];

/** The text with every address in this project's repository moved to the one that package.json names. */
function atHome(text: string): string {
  const name = home.split("/")[1] ?? "";
  const address = new RegExp(`(github\\.com|raw\\.githubusercontent\\.com)/[\\w.-]+/${name}(?=[./#"])`, "g");
  return text.replace(address, `$1/${home}`);
}

describe("one line of package.json names the repository", () => {
  test("as npm wants it", () => {
    expect(home).toMatch(/^[\w.-]+\/reverse-funnel$/);
  });

  test.each(["README.md", "package.json"])("%s follows it", async (file) => {
    await expect(atHome(read(file))).toMatchFileSnapshot(join(ROOT, file));
  });

  test("an address of another owner moves, whatever follows it", () => {
    const moved = `https://github.com/${home}/blob/main/LICENSE https://github.com/${home}.git`;
    expect(atHome(moved.replaceAll(home, "somebody/reverse-funnel"))).toBe(moved);
    expect(atHome("https://github.com/somebody/other.git")).toBe("https://github.com/somebody/other.git");
  });
});

describe("a link of the README works from npm", () => {
  // Read in each test: the one above may have just written it.
  function linksOfReadme() {
    const prose = read("README.md").replace(/^```[\s\S]*?^```$/gm, "");
    const inline = [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = ""]) => link);
    const defined = new Map(
      [...prose.matchAll(/^\[([^\]]+)\]: (\S+)$/gm)].map(([, name = "", link = ""]) => [name, link]),
    );
    const used = new Set([...prose.matchAll(/\]\[([^\]]+)\]/g)].map(([, name = ""]) => name));
    return { links: [...inline, ...defined.values()], defined, used };
  }

  test("each is absolute, and leads to a file that is there", () => {
    const { links } = linksOfReadme();
    expect(links.length).toBeGreaterThan(20);
    const files = links.map((link) => {
      const [, path] = new RegExp(`^https://[\\w.]+/${home}/(?:blob/)?main/([^#]+)$`).exec(link) ?? [];
      return { link, there: path !== undefined && existsSync(join(ROOT, path)) };
    });
    expect(files.filter(({ there }) => !there)).toEqual([]);
  });

  test("each name of one is defined, and each definition is used", () => {
    const { defined, used } = linksOfReadme();
    expect([...used].sort()).toEqual([...defined.keys()].sort());
  });
});

test("the first command of the README needs no clone", () => {
  const [, first = ""] = /^```sh\n([^\n]+)$/m.exec(read("README.md")) ?? [];
  expect(first).toBe("npx reverse-funnel init saas -o plan.yaml && npx reverse-funnel solve plan.yaml");
});
