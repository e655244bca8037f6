import type { Path, Solution } from "reverse-funnel";
import { funnelPicture, toSvg } from "reverse-funnel/report";
import { useEffect, useRef, useState } from "preact/hooks";
import { putSvg } from "./put-svg.js";
import type { Page } from "./page.js";

const NARROWEST = 280;

/**
 * The funnel as a picture, as wide as there is room. Its numbers can be clicked; the table below holds the same numbers as
 * buttons, so that a keyboard meets each of them once.
 */
export function PictureView({ page, answer }: { readonly page: Page; readonly answer: Solution }) {
  const place = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const frame = place.current;
    if (frame === null) return undefined;
    const watch = new ResizeObserver(([entry]) => {
      setWidth(Math.max(NARROWEST, Math.floor(entry?.contentRect.width ?? NARROWEST)));
    });
    watch.observe(frame);
    return () => {
      watch.disconnect();
    };
  }, []);
  useEffect(() => {
    if (place.current === null || width === 0) return;
    putSvg(place.current, drawn(answer, width, page));
  }, [answer, width, page.style]);
  return (
    <div
      class="picture"
      ref={place}
      onClick={({ target }) => {
        const at =
          target instanceof Element ? target.closest("[data-path]")?.getAttribute("data-path") : null;
        if (at !== null && at !== undefined) page.dispatch({ kind: "explain", path: JSON.parse(at) as Path });
      }}
    />
  );
}

function drawn(answer: Solution, width: number, page: Page): string {
  return toSvg(funnelPicture(answer), {
    width,
    numbers: page.style,
    currency: answer.plan.currency,
  });
}
