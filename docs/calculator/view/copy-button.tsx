import { useState } from "preact/hooks";

interface Parts {
  readonly text: () => string;
  readonly words: string;
  /** What to say when it is long. */
  readonly longNote?: string;
}

const SHOWN_FOR = 4000;

/** Some programs cut an address that has more letters. */
const LONG = 8000;

/** Copies a text, and says whether it did. */
export function CopyButton({ text, words, longNote }: Parts) {
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
          navigator.clipboard.writeText(text()).then(
            () => {
              say(text().length > LONG && longNote !== undefined ? `Copied. ${longNote}` : "Copied.");
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
