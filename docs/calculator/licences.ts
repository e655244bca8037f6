import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

const LINE = `\n${"-".repeat(80)}\n\n`;

/**
 * The licences of what the page's scripts hold: of each package that the build put in, and what the built package says of
 * the packages inside itself.
 *
 * @param inputs the files that went into the scripts, as the build names them
 */
export function licencesOf(inputs: readonly string[], root: string): string {
  const folders = inputs.flatMap((input) => /node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0] ?? []);
  const texts = [...new Set(folders)].sort().map((folder) => licenceOf(join(root, folder)));
  const inside = readFileSync(join(root, "dist/THIRD-PARTY-LICENSES.txt"), "utf8");
  const own = `reverse-funnel\n\n${readFileSync(join(root, "LICENSE"), "utf8").trim()}\n`;
  return [own, ...texts, inside].join(LINE);
}

function licenceOf(folder: string): string {
  const { name, version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Record<
    string,
    string
  >;
  const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
  if (file === undefined) throw new Error(`licencesOf requires a licence text in ${folder}; got none`);
  return `${name ?? ""} ${version ?? ""}\n\n${readFileSync(join(folder, file), "utf8").trim()}\n`;
}
