import type { Explanation, Path, Solution } from "reverse-funnel";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Page } from "./page.js";

/** Why a number is what it is, and what it is for, up to the goal. Escape closes it, and the number has the focus again. */
export function ExplainView({ page }: { readonly page: Page }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const { answer, explained } = page.state;
  const open = explained !== null && answer !== null;
  useEffect(() => {
    if (open && dialog.current?.open === false) dialog.current.showModal();
    if (!open && dialog.current?.open === true) dialog.current.close();
  }, [open]);
  return (
    <dialog
      ref={dialog}
      class="explain"
      aria-labelledby="explain-heading"
      onClose={() => {
        page.dispatch({ kind: "explain", path: null });
      }}
      onClick={({ target, currentTarget }) => {
        if (target === currentTarget) currentTarget.close();
      }}
    >
      {open && <Explained page={page} answer={answer} path={explained} />}
    </dialog>
  );
}

interface Parts {
  readonly page: Page;
  readonly answer: Solution;
  readonly path: Path;
}

function Explained({ page, answer, path }: Parts) {
  const explanation = useExplanation(answer, path, page);
  const goTo = (to: Path) => () => {
    page.dispatch({ kind: "explain", path: to });
  };
  return (
    <div class="explained">
      <form method="dialog" class="explain-head">
        <h2 id="explain-heading">Where this number comes from</h2>
        <button class="close">Close</button>
      </form>
      {explanation === null && <p>This number is not there any more.</p>}
      {explanation === "unreachable" && <p>The reason could not be loaded. Close this and try again.</p>}
      {typeof explanation === "object" && explanation !== null && (
        <>
          <p class="because">{explanation.text}</p>
          <p class="formula">{explanation.formula}</p>
          {explanation.inputs.length > 0 && (
            <>
              <h3>What went into it</h3>
              <dl>
                {explanation.inputs.map(({ name, value, path: at }) => (
                  <div key={name}>
                    <dt>{name}</dt>
                    <dd>
                      <button type="button" class="number" onClick={goTo(at)}>
                        {shown(value, name, page)}
                      </button>
                    </dd>
                  </div>
                ))}
              </dl>
            </>
          )}
          {explanation.supports.length > 0 && (
            <>
              <h3>What it is for</h3>
              <ol class="whys">
                {explanation.supports.map(({ path: at, text }) => (
                  <li key={at.join(" ")}>
                    <button type="button" class="why" onClick={goTo(at)}>
                      {text}
                    </button>
                  </li>
                ))}
              </ol>
            </>
          )}
        </>
      )}
    </div>
  );
}

/** The explanation, whose words are fetched when a number is pressed for the first time; undefined until they are there. */
function useExplanation(
  answer: Solution,
  path: Path,
  { format }: Page,
): Explanation | "unreachable" | null | undefined {
  const [explanation, setExplanation] = useState<ReturnType<typeof useExplanation>>();
  useEffect(() => {
    let isLatest = true;
    const show = async () => {
      const { explained } = await import("./explained.js");
      if (isLatest) setExplanation(explained(answer, path, format));
    };
    show().catch(() => {
      if (isLatest) setExplanation("unreachable");
    });
    return () => {
      isLatest = false;
    };
  }, [answer, path, format]);
  return explanation;
}

/** A figure that went into a number; what is called a rate or a share is one. */
function shown(value: string, name: string, { format }: Page): string {
  try {
    return /\b(rate|share)\b/.test(name) ? format.writtenRate(value) : format.number(value);
  } catch {
    // A part of the plan as it was written: "48 of 120".
    return value;
  }
}
