/** Asks once, and only if anyone wants to know. */
export function once<Answer>(ask: () => Answer): () => Answer {
  let known: { readonly answer: Answer } | undefined;
  return () => (known ??= { answer: ask() }).answer;
}
