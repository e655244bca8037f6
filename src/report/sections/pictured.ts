import { deepFreeze } from "../../solve/freeze.js";
import type { Picture } from "../../charts/picture.js";
import type { Section } from "../report.js";

/** A section with a picture above what it says; without one, the section as it is. */
export function pictured(picture: Picture | null, section: Section): Section {
  return picture === null
    ? section
    : { ...section, blocks: [{ kind: "picture", picture }, ...section.blocks] };
}

/** A picture of an answer that does not say what its amounts count in, with the currency that its plan says. */
export function countedIn<Kind extends Picture>(picture: Kind | null, currency: string | null): Kind | null {
  return picture === null ? null : deepFreeze({ ...picture, currency });
}
