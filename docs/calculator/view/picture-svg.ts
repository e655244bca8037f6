import { toSvg, type Picture, type SvgOptions } from "reverse-funnel/charts";

/** Draws any picture; null until it is fetched. */
let anySvg: typeof toSvg | null = null;

/** Fetches what draws any picture, for whoever will need it in a moment. */
export async function fetchPictures(): Promise<typeof toSvg> {
  return (anySvg ??= (await import("./all-pictures.js")).anySvg);
}

/** A picture as SVG: a funnel at once, any other as soon as what draws it is there. */
export async function pictureSvg(picture: Picture, options: SvgOptions): Promise<string> {
  return pictureNow(picture, options) ?? (await fetchPictures())(picture, options);
}

/** The same at once, where that is possible; null where it must be fetched first. */
export function pictureNow(picture: Picture, options: SvgOptions): string | null {
  if (picture.kind === "funnel") return toSvg(picture, options);
  return anySvg === null ? null : anySvg(picture, options);
}
