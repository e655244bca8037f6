import { useEffect, useState } from "preact/hooks";
import { CopyButton } from "./copy-button.js";
import type { Page } from "./page.js";

interface Parts {
  readonly page: Page;
  readonly form: "yaml" | "json";
}

/** The plan as text: to copy, and to paste another one over it. */
export function PlanTextView({ page, form }: Parts) {
  const { document } = page.state;
  const [text, setText] = useState("");
  const [edited, setEdited] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    setEdited(null);
    setProblem(null);
  }, [form]);
  useEffect(() => {
    let current = true;
    void written(form, document).then((plan) => {
      if (current) setText(plan);
    });
    return () => {
      current = false;
    };
  }, [document, form]);
  const use = () => {
    const used = edited ?? text;
    void read(used).then((reading) => {
      setProblem(reading.problem ?? null);
      if (reading.problem !== undefined) return;
      page.dispatch({ kind: "replace", document: reading.document });
      // What was typed while the plan was read is nobody's to throw away.
      setEdited((now) => (now === used ? null : now));
    });
  };
  return (
    <div class="plan-text">
      <label for="plan-text">Your plan as {form.toUpperCase()}; paste another one here to use it</label>
      <textarea
        id="plan-text"
        rows={14}
        spellcheck={false}
        value={edited ?? text}
        aria-invalid={problem === null ? undefined : "true"}
        aria-describedby={problem === null ? undefined : "plan-text-problem"}
        onInput={({ currentTarget }) => {
          setEdited(currentTarget.value);
        }}
      />
      {problem !== null && (
        <p class="problem" id="plan-text-problem">
          {problem}
        </p>
      )}
      <p class="actions">
        <CopyButton text={() => edited ?? text} words={`Copy the ${form.toUpperCase()}`} />
        {edited !== null && edited !== text && (
          <button type="button" onClick={use}>
            Use this text
          </button>
        )}
      </p>
    </div>
  );
}

async function written(form: "yaml" | "json", document: Page["state"]["document"]): Promise<string> {
  if (form === "json") return `${JSON.stringify(document, null, 2)}\n`;
  const { toYaml } = await import("../files/plan-text.js");
  return toYaml(document);
}

async function read(text: string) {
  const { fromText } = await import("../files/plan-text.js");
  return fromText(text);
}
