import { join } from "node:path";

import { build, buildSync } from "esbuild";

import { heroPicture, BEGINNING } from "./hero-picture.js";
import { ROOT } from "../repository.js";

const here = (name: string): string => join(ROOT, "docs/site-build/live", name);

/** The script that makes tabs, for the head of each page: it must run before a box of tabs is painted. */
export function tabsScript(): string {
  const { outputFiles } = buildSync({
    entryPoints: [here("code-tabs.ts")],
    bundle: true,
    minify: true,
    format: "iife",
    target: "es2022",
    write: false,
  });
  return outputFiles[0]?.text.replaceAll("</", "<\\/") ?? "";
}

/** Writes what moves the first page's picture into the site. */
export async function writeLivePicture(out: string): Promise<void> {
  await build({
    entryPoints: [here("move-picture.ts")],
    outfile: join(out, "assets/move-picture.js"),
    bundle: true,
    minify: true,
    format: "esm",
    platform: "browser",
    target: "es2022",
    legalComments: "none",
  });
}

/** Fetches the script when a slider is first touched, and writes beside each slider what it stands at. */
const LOADER = `{const form=document.querySelector("form.live");form.hidden=false;form.addEventListener("input",({target})=>{const at=target.valueAsNumber;target.nextElementSibling.value=target.name==="goal"?at.toLocaleString("en-US"):at+"%"});for(const first of ["pointerover","focusin"])form.addEventListener(first,()=>import(new URL("assets/move-picture.js",document.baseURI)),{once:true})}`;

/** The first page with its picture drawn in, as it stands before anything is moved, and what moves it. */
export function withLivePicture(html: string): string {
  return html
    .replace(
      '<div class="live-picture"></div>',
      () => `<div class="live-picture">${heroPicture(BEGINNING)}</div>`,
    )
    .replace("</form>", `</form><script>${LOADER}</script>`);
}
