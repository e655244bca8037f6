/** Of things that have the same key the first one, in their order. */
export function firstOfEach<Thing>(things: readonly Thing[], keyOf: (thing: Thing) => string): Thing[] {
  const seen = new Set<string>();
  return things.filter((thing) => {
    const key = keyOf(thing);
    return !seen.has(key) && seen.add(key);
  });
}
