/** Words that say what became of a thing: the thing before them takes the plural ("demos held", "proposals sent"). */
const DONE =
  /^(?:\w+ed|held|sent|won|lost|met|made|done|given|taken|shown|seen|written|read|due|in|out|to|by|with|from|for|of|at|on)$/;
const SAME = new Set([
  "staff",
  "people",
  "feedback",
  "research",
  "traffic",
  "work",
  "news",
  "revenue",
  "software",
]);
const IRREGULAR: Readonly<Record<string, string>> = {
  person: "people",
  child: "children",
  man: "men",
  woman: "women",
};

/**
 * Several of a thing, by the rules of English: "demo request" is "demo requests", "meeting booked" "meetings booked",
 * "enquiry" "enquiries". A name that already ends like a plural, or in anything but a word of English letters, stays as it is.
 *
 * @example
 * ```ts
 * pluralOf("discovery call"); // => "discovery calls"
 * pluralOf("proposal sent"); // => "proposals sent"
 * ```
 */
export function pluralOf(name: string): string {
  const words = name.split(" ");
  const after = words.findIndex((word, index) => index > 0 && DONE.test(word));
  const at = (after < 0 ? words.length : after) - 1;
  return words.map((word, index) => (index === at ? pluralWord(word) : word)).join(" ");
}

function pluralWord(word: string): string {
  const lower = word.toLowerCase();
  if (SAME.has(lower)) return word;
  const irregular = IRREGULAR[lower];
  if (irregular !== undefined) return word.charAt(0) + irregular.slice(1);
  if (/^[A-Z]{2,}$/.test(word)) return `${word}s`;
  if (!/^[A-Za-z]+$/.test(word) || !/[a-z]$/.test(word)) return word;
  if (/(?:ss|sh|ch|x|z)$/.test(word)) return `${word}es`;
  if (word.endsWith("s")) return word;
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
  return `${word}s`;
}
