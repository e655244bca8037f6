import type { Path } from "reverse-funnel";
import type { Picture } from "reverse-funnel/charts";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Page } from "./page.js";
import { pictureNow, pictureSvg } from "./picture-svg.js";
import { putSvg } from "./put-svg.js";

const NARROWEST = 280;

interface Parts {
  readonly page: Page;
  /** Made anew only for a new answer. */
  readonly picture: Picture;
  /** Whether the picture says what it is called; a heading above it may do that. */
  readonly titled?: boolean;
  /** Whether its numbers are those of the page's answer, which can be explained; true unless given. */
  readonly explains?: boolean;
}

/**
 * A picture of the answer, as wide as there is room. Its numbers can be clicked; the tables hold the same numbers as
 * buttons, so that a keyboard meets each of them once.
 */
export function PictureView({ page, picture, titled = true, explains = true }: Parts) {
  const place = useRef<HTMLDivElement>(null);
  const width = useWidth(place);
  // Before the page is painted, so that nothing below the picture moves when it comes.
  useLayoutEffect(() => {
    const element = place.current;
    if (element === null || width === 0) return undefined;
    const options = { width, titled, format: page.format };
    // The funnel moves with every step of a slider: it waits for nothing.
    const now = pictureNow(picture, options);
    if (now !== null) {
      putSvg(element, now);
      return undefined;
    }
    let isWanted = true;
    void pictureSvg(picture, options).then((svg) => {
      if (isWanted) putSvg(element, svg);
    });
    return () => {
      isWanted = false;
    };
  }, [picture, width, titled, page.format]);
  return (
    <div
      class={explains ? "picture" : "picture told-picture"}
      ref={place}
      onClick={({ target }) => {
        if (!explains) return;
        const at =
          target instanceof Element ? target.closest("[data-path]")?.getAttribute("data-path") : null;
        if (at !== null && at !== undefined) page.dispatch({ kind: "explain", path: JSON.parse(at) as Path });
      }}
    />
  );
}

/** How wide an element is, now and whenever that changes; 0 before it is known. */
function useWidth(place: { readonly current: HTMLElement | null }): number {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const { current } = place;
    if (current === null) return undefined;
    const take = (wide: number) => {
      setWidth(Math.max(NARROWEST, Math.floor(wide)));
    };
    take(current.clientWidth);
    const watch = new ResizeObserver(([entry]) => {
      if (entry !== undefined) take(entry.contentRect.width);
    });
    watch.observe(current);
    return () => {
      watch.disconnect();
    };
  }, []);
  return width;
}
