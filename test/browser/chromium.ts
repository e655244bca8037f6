import { accessSync, constants } from "node:fs";
import { delimiter, isAbsolute, join } from "node:path";

/** What a Chromium is called where packages are installed, Debian's own name first; then where other systems keep it. */
const NAMES = [
  "chromium",
  "google-chrome-stable",
  "google-chrome",
  "chromium-browser",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/** Where the browser is that the tests start: what CHROMIUM_PATH says, else the first usual one; undefined if there is none. */
export function chromiumPath(): string | undefined {
  const said = process.env["CHROMIUM_PATH"];
  return said === undefined || said === "" ? NAMES.map(programPath).find((path) => path !== undefined) : said;
}

/** The file behind the name of a program, looked for as a shell would; undefined if there is none. */
export function programPath(name: string): string | undefined {
  const folders = (process.env["PATH"] ?? "").split(delimiter).filter((folder) => folder !== "");
  const places = isAbsolute(name) ? [name] : folders.map((folder) => join(folder, name));
  return places.find(isProgram);
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
