import { useEffect, useState } from "preact/hooks";
import { headlineText } from "../answer/headline.js";
import type { Page } from "./page.js";

const PAUSE = 800;

/** Says the daily number to those who hear the page, once nobody types any more. */
export function Announcer({ page }: { readonly page: Page }) {
  const { answer, fresh } = page.state;
  const [said, setSaid] = useState("");
  const text = answer === null || !fresh ? null : headlineText(answer);
  useEffect(() => {
    if (text === null) return undefined;
    const timer = setTimeout(() => {
      setSaid(text);
    }, PAUSE);
    return () => {
      clearTimeout(timer);
    };
  }, [text]);
  return (
    <p class="for-ears" id="announcer" role="status" aria-live="polite">
      {said}
    </p>
  );
}
