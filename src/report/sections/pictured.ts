import type { Picture } from "../picture/picture.js";
import type { Section } from "../report.js";

/** A section with a picture above what it says; without one, the section as it is. */
export function pictured(picture: Picture | null, section: Section): Section {
  return picture === null
    ? section
    : { ...section, blocks: [{ kind: "picture", picture }, ...section.blocks] };
}
