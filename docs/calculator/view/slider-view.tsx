import { useRef } from "preact/hooks";
import type { Field } from "../form/field.js";
import { amountSlider, rateSlider, type SliderRange } from "../reading/slider-range.js";
import { valueIn } from "../state/plan-document.js";
import type { Page } from "./page.js";

interface Parts {
  readonly field: Field;
  readonly page: Page;
  readonly words: string;
}

/** A number of the plan to be moved by hand; where the field holds none that can be, there is nothing to move. */
export function SliderView({ field: { path, kind, text }, page, words }: Parts) {
  const held = useRef<SliderRange | null>(null);
  const written = valueIn(page.state.document, path);
  const now = kind === "rate" ? rateSlider(written) : amountSlider(written);
  // While it is being moved, its ends stay where they are.
  const range = now === null ? null : (held.current ?? now);
  if (now === null || range === null) return null;
  return (
    <input
      type="range"
      class="slider"
      aria-label={words}
      aria-valuetext={text ?? undefined}
      min={range.min}
      max={range.max}
      step={range.step}
      value={now.value}
      onInput={({ currentTarget }) => {
        held.current = range;
        const moved = Number(currentTarget.value);
        page.dispatch({ kind: "write", path, to: kind === "rate" ? `${moved}%` : moved });
      }}
      onChange={() => {
        held.current = null;
      }}
    />
  );
}
