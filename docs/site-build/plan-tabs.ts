import { posix } from "node:path";

import { format } from "prettier";

import { toFragment } from "../calculator/address/address.js";
import { safeParsePlanYaml } from "../../src/yaml/parse-plan-yaml.js";
import { readYaml } from "../../src/yaml/read-yaml.js";
import { FROM_SITE_ROOT } from "./links.js";

/** A fence of YAML, its file where one is named, and whether a command follows at once. */
const YAML_FENCE = /^```yaml([^\n]*)\n([\s\S]*?)^```$(\n\n```sh$)?/gm;

/**
 * A page on which each whole plan shows as YAML, as TypeScript and as the command that solves it, in tabs, and can be opened in
 * the calculator. Where the page shows a command right below the plan, that one is enough.
 */
export async function withPlanTabs(markdown: string): Promise<string> {
  const fences = [...markdown.matchAll(YAML_FENCE)];
  const made = await Promise.all(
    fences.map(([whole, file = "", text = "", command = ""]) => tabsOf(whole, file.trim(), text, command)),
  );
  let next = 0;
  return markdown.replace(YAML_FENCE, (whole) => made[next++] ?? whole);
}

async function tabsOf(
  whole: string,
  file: string,
  text: string,
  command: string,
): Promise<string | undefined> {
  if (!isWholePlan(text)) return undefined;
  const document = readYaml(text).data as Record<string, unknown>;
  const yaml = whole.slice(0, whole.length - command.length);
  const call = `npx reverse-funnel solve ${file === "" ? "plan.yaml" : posix.basename(file)}`;
  const panels = [
    panel("YAML", yaml),
    panel("TypeScript", fenced("ts", await programOf(document))),
    ...(command === "" ? [panel("Command", fenced("sh", call))] : []),
  ];
  const address = `${FROM_SITE_ROOT}calculator/index.html#${await toFragment(document)}`;
  const open = `<p class="try"><a href="${address}">Open this plan in the calculator</a></p>`;
  return `<div class="tabs">\n${panels.join("\n")}\n</div>\n\n${open}${command}`;
}

function isWholePlan(text: string): boolean {
  // A line with only … marks an omission.
  if (/^\s*…$/m.test(text)) return false;
  const reading = safeParsePlanYaml(text);
  return reading.success && reading.data.funnel.length > 0;
}

function panel(name: string, fence: string): string {
  return `<div class="tab">\n<p class="tab-name">${name}</p>\n\n${fence}\n\n</div>`;
}

function fenced(language: string, text: string): string {
  return ["```" + language, text.trimEnd(), "```"].join("\n");
}

/** The same plan in code. */
export async function programOf(plan: Record<string, unknown>): Promise<string> {
  const code = `import { solve } from "reverse-funnel";\n\nconst answer = solve(${JSON.stringify(plan)});`;
  return format(code, { parser: "typescript", printWidth: 88, objectWrap: "collapse" });
}
