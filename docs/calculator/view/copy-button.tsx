import { useState } from "preact/hooks";

interface Parts {
  readonly text: () => string;
  readonly words: string;
}

const SHOWN_FOR = 2500;

/** Copies a text, and says whether it did. */
export function CopyButton({ text, words }: Parts) {
  const [said, setSaid] = useState("");
  const say = (result: string) => {
    setSaid(result);
    setTimeout(() => {
      setSaid("");
    }, SHOWN_FOR);
  };
  return (
    <span class="copy">
      <button
        type="button"
        onClick={() => {
          copy(text()).then(
            () => {
              say("Copied.");
            },
            () => {
              say("The browser does not let the page copy: select the text and copy it yourself.");
            },
          );
        }}
      >
        {words}
      </button>
      <span role="status">{said}</span>
    </span>
  );
}

/** Pages that are not served securely have no clipboard: there the old way is tried. */
async function copy(text: string): Promise<void> {
  await navigator.clipboard.writeText(text);
}
