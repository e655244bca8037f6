import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";

interface Parts {
  readonly title: string;
  readonly id?: string;
  /** Whether something in it matters now: it opens by itself then, and is only ever closed by hand. */
  readonly open?: boolean;
  readonly children: ComponentChildren;
}

/** A part of the page that most readers can do without; it is only made once it is opened. */
export function Fold({ title, id, open = false, children }: Parts) {
  const [opened, setOpened] = useState(open);
  useEffect(() => {
    if (open) setOpened(true);
  }, [open]);
  return (
    <details
      class="fold"
      open={opened}
      onToggle={({ currentTarget }) => {
        setOpened(currentTarget.open);
      }}
    >
      <summary id={id}>{title}</summary>
      {opened && children}
    </details>
  );
}
