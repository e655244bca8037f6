import { useEffect, useState } from "preact/hooks";

/** What is fetched when it is first needed: undefined until it is there, null where it could not be fetched. */
export function useLate<T>(fetched: () => Promise<T>, of: string): T | null | undefined {
  const [known, setKnown] = useState<{ readonly of: string; readonly what: T | null }>();
  useEffect(() => {
    let isWanted = true;
    const take = (what: T | null) => {
      if (isWanted) setKnown({ of, what });
    };
    fetched().then(take, () => {
      take(null);
    });
    return () => {
      isWanted = false;
    };
  }, [of]);
  return known?.of === of ? known.what : undefined;
}
