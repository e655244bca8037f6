import { writeFileSync } from "node:fs";
import { join } from "node:path";

import { chaptersOf } from "./contents.js";
import { readText } from "./repository.js";

const CONTENTS = "docs/README.md";

/**
 * Writes the guides as assistants read them (llmstxt.org): `llms.txt` is the list with a sentence each, `llms-full.txt` the
 * README and all guides as one text.
 */
export function writeForAssistants(out: string): void {
  writeFileSync(join(out, "llms.txt"), contentsText());
  writeFileSync(join(out, "llms-full.txt"), wholeText());
}

function contentsText(): string {
  const about = new Map(
    [...readText(CONTENTS).matchAll(/^- \[([^\]]+)\]\([^)]+\): (.+)$/gm)].map(([, title, text]) => [
      title,
      text,
    ]),
  );
  const chapters = chaptersOf(readText(CONTENTS), CONTENTS).map(({ title, pages }) => {
    const lines = pages.map((page) => {
      const text = about.get(page.title);
      return `- [${page.title}](${RAW}${page.file})${text === undefined ? "" : `: ${text}`}`;
    });
    return `## ${title}\n\n${lines.join("\n")}\n`;
  });
  const [, opening = ""] = /^# .+\n\n([\s\S]+?)\n\n/.exec(readText("README.md")) ?? [];
  const more = `## Optional\n\n- [Examples](${RAW}examples/README.md): folders with a plan and a script each.\n`;
  const intro = `# reverse-funnel\n\n> ${opening.replaceAll("\n", " ")}\n\nA TypeScript library and a command. A plan is plain data.\n`;
  return [intro, ...chapters, more].join("\n");
}

function wholeText(): string {
  const guides = chaptersOf(readText(CONTENTS), CONTENTS).flatMap(({ pages }) =>
    pages.map(({ file }) => file),
  );
  const files = ["README.md", ...new Set(guides)];
  return files.map((file) => `<!-- ${file} -->\n\n${readText(file).trim()}\n`).join("\n");
}

/** Where the repository's files are read as they are. */
const RAW = rawRoot();

function rawRoot(): string {
  const { repository } = JSON.parse(readText("package.json")) as { repository: { url: string } };
  const [, home = ""] = /github\.com\/(.+)\.git$/.exec(repository.url) ?? [];
  return `https://raw.githubusercontent.com/${home}/main/`;
}
