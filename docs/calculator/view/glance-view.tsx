import { useEffect, useState } from "preact/hooks";
import { headline } from "../answer/headline.js";
import { remaining } from "../form/still-needed.js";
import type { Page } from "./page.js";

/** On a narrow screen the answer stands below the form: its first number stays in sight. */
export function GlanceView({ page }: { readonly page: Page }) {
  const { answer, fresh } = page.state;
  const seen = useSeen("answer");
  const [first] = answer === null ? [] : headline(answer).first;
  if (seen) return null;
  if (first === undefined) return <Waiting words={remaining(page.issues)} />;
  const stale = !fresh && page.issues.length > 0;
  return (
    <a class={stale ? "glance stale" : "glance"} href="#answer" onClick={toAnswer}>
      <strong>{page.format.number(first.perDay ?? first.total)}</strong>{" "}
      <span class="what">{first.what}</span> {first.perDay === null ? "in all" : "a day"}
      <span class="glance-more"> See the answer</span>
    </a>
  );
}

/** What there is to do before there is a number. */
function Waiting({ words }: { readonly words: string }) {
  return words === "" ? null : <p class="glance">{words}</p>;
}

/** Whether an element is in the window. */
function useSeen(id: string): boolean {
  const [seen, setSeen] = useState(false);
  useEffect(() => {
    const element = document.getElementById(id);
    if (element === null) return undefined;
    const watch = new IntersectionObserver(([entry]) => {
      setSeen(entry?.isIntersecting ?? false);
    });
    watch.observe(element);
    return () => {
      watch.disconnect();
    };
  }, [id]);
  return seen;
}

/** The address holds the plan, so it is not changed to go there. */
function toAnswer(event: Event): void {
  event.preventDefault();
  const answer = document.getElementById("answer");
  answer?.scrollIntoView();
  answer?.focus({ preventScroll: true });
}
