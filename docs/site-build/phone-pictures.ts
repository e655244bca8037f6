import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { docsPictures } from "../pictures/pictures.js";

const FOLDER = "media/phone";
const PICTURES = docsPictures();
const FILES = new Set(PICTURES.map(({ file }) => file));

/** Writes the pictures of the guides as they are drawn for a phone into the site; a wide one would be too small there. */
export function writePhonePictures(out: string): void {
  mkdirSync(join(out, FOLDER), { recursive: true });
  for (const { file, narrow } of PICTURES) writeFileSync(join(out, FOLDER, file), narrow);
}

/** A page whose drawn pictures are those for a phone where there is no room for the others. */
export function withPhonePictures(html: string): string {
  return html.replace(
    /<img src="((?:\.\.\/)*)media\/([\w-]+\.svg)"[^>]*>/g,
    (image, up: string, file: string) =>
      FILES.has(file)
        ? `<picture><source media="(max-width: 600px)" srcset="${up}${FOLDER}/${file}">${image}</picture>`
        : image,
  );
}
