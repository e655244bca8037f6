import { toSvg, type Picture, type SvgOptions } from "reverse-funnel/charts";
import type * as AllPictures from "./all-pictures.js";

/** Makes and draws any picture; null until it is fetched. */
let all: typeof AllPictures | null = null;

/** Fetches what makes and draws any picture, for whoever will need it in a moment. */
export async function fetchPictures(): Promise<typeof AllPictures> {
  return (all ??= await import("./all-pictures.js"));
}

/** A picture as SVG: a funnel at once, any other as soon as what draws it is there. */
export async function pictureSvg(picture: Picture, options: SvgOptions): Promise<string> {
  return pictureNow(picture, options) ?? (await fetchPictures()).toSvg(picture, options);
}

/** The same at once, where that is possible; null where it must be fetched first. */
export function pictureNow(picture: Picture, options: SvgOptions): string | null {
  if (picture.kind === "funnel") return toSvg(picture, options);
  return all === null ? null : all.toSvg(picture, options);
}
