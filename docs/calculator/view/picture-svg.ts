import { toSvg, type Picture, type SvgOptions } from "reverse-funnel/charts";

/** A picture as SVG: a funnel at once, any other as soon as what draws it is there. */
export async function pictureSvg(picture: Picture, options: SvgOptions): Promise<string> {
  if (picture.kind === "funnel") return toSvg(picture, options);
  const { anySvg } = await import("./all-pictures.js");
  return anySvg(picture, options);
}

/** The same at once, where that is possible; null where it must be fetched first. */
export function pictureNow(picture: Picture, options: SvgOptions): string | null {
  return picture.kind === "funnel" ? toSvg(picture, options) : null;
}
