import type { Picture } from "./picture.js";
import { plainFormat, type Format } from "../format/format.js";
import { describePicture } from "./describe-picture.js";
import { figuresOf, pictureFormat } from "./drawing/figures.js";
import { drawPicture } from "./draw-picture.js";
import { writeSvg } from "./drawing/write-svg.js";
import { requireHanded } from "../schema/handed.js";

/** How pictures are drawn. */
export interface SvgOptions {
  /** Width in pixels, from 280 (included); 720 unless given. The height follows from what is shown. */
  readonly width?: number | undefined;
  /** Whether the title is drawn above the picture; true unless given. It is said aloud either way. */
  readonly titled?: boolean | undefined;
  /** Whether a picture of progress has its figures above it; true unless given. */
  readonly headed?: boolean | undefined;
  /** How figures are written; plain English unless given. */
  readonly format?: Format | undefined;
  /** What amounts count in where a picture does not say, such as `"USD"`; nothing unless given. */
  readonly currency?: string | undefined;
  /** What ids in the SVG begin with, so that pictures of one kind can stand on one page; `"rf"` unless given. */
  readonly idPrefix?: string | undefined;
}

/** Whatever has pictures in its sections: a report. */
interface Pictured {
  /** Its parts, from top to bottom. */
  readonly sections: readonly {
    /** What stands in each, pictures among them. */
    readonly blocks: readonly (
      | {
          /** What it is: a line, a table, or something else that is no picture. */
          readonly kind: string;
        }
      | {
          /** A picture, which is drawn. */
          readonly picture: Picture;
        }
    )[];
  }[];
}

const LEAST_WIDTH = 280;

/**
 * Draws a picture, or all pictures of a report one below the other, as SVG: one file that needs no script and asks for
 * nothing from elsewhere, follows a light or dark page, and says in words what it shows. It stands alone as a file and may
 * be put into a page as it is. Each number stands in a text with `data-path`, its way in the answer as JSON.
 *
 * @throws RangeError for a width below 280 or one that is no number, and for an `idPrefix` that is no plain word
 *
 * @example
 * ```ts
 * const answer = solve({ goal: { metric: "customers", amount: 10, period: "2026-01" }, funnel: [{ stage: "demo", rate: "25%" }] });
 * toSvg(funnelPicture(answer)).slice(0, 4); // => "<svg"
 * ```
 */
export function toSvg(what: Picture | Pictured, options: SvgOptions = {}): string {
  requireHanded("toSvg", ["a picture", "a report"], what);
  const { width = 720, titled = true, headed = true } = options;
  const { format = plainFormat, currency = null, idPrefix = "rf" } = options;
  if (!(Number.isFinite(width) && width >= LEAST_WIDTH))
    throw new RangeError(`toSvg requires a width from ${LEAST_WIDTH}; got ${width}`);
  if (!/^[A-Za-z][\w-]*$/.test(idPrefix))
    throw new RangeError(`toSvg requires idPrefix as a plain word; got ${JSON.stringify(idPrefix)}`);
  const pictures = "kind" in what ? [what] : picturesOf(what);
  const isOne = "kind" in what;
  return writeSvg(
    pictures.map((picture, index) => {
      const own = pictureFormat(format, picture, currency);
      return {
        id: [idPrefix, picture.kind, ...(isOne ? [] : [index + 1])].join("-"),
        title: picture.title,
        description: describePicture(picture, own),
        drawing: drawPicture(picture, { width, titled, headed, figures: figuresOf(own) }),
      };
    }),
  );
}

function picturesOf({ sections }: Pictured): readonly Picture[] {
  const blocks = sections.flatMap((section) => section.blocks);
  return blocks.flatMap((block) => ("picture" in block ? [block.picture] : []));
}
