/**
 * Hands each stretch of prose to `change`, and leaves code alone: fences, and code within a line.
 */
export function changeProse(markdown: string, change: (prose: string) => string): string {
  return changeOutsideFences(markdown, (line) =>
    line
      .split(/(`[^`]*`)/)
      .map((part, index) => (index % 2 === 0 ? change(part) : part))
      .join(""),
  );
}

/** Hands each line that stands in no fence to `change`. */
export function changeOutsideFences(markdown: string, change: (line: string) => string): string {
  let fence: string | null = null;
  const lines = markdown.split("\n").map((line) => {
    const mark = /^\s*(`{3,}|~{3,})/.exec(line)?.[1];
    if (fence === null && mark === undefined) return change(line);
    if (fence === null) fence = mark ?? null;
    else if (mark?.startsWith(fence)) fence = null;
    return line;
  });
  return lines.join("\n");
}

/** The headings without marks of code: TypeDoc leaves code out of their anchors, and out of the contents beside the page. */
export function withPlainHeadings(markdown: string): string {
  return changeOutsideFences(markdown, (line) =>
    /^#{1,6} /.test(line)
      ? line.replace(/`([^`]*)`/g, (_, code: string) => code.replace(/[\\*_<>[\]|#]/g, "\\$&"))
      : line,
  );
}

/** The anchor that GitHub, and TypeDoc, give a heading: "2. What's new?" → "2-whats-new". */
export function anchorOf(heading: string): string {
  const kept = heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}\s_-]/gu, "");
  return kept.replace(/\s/g, "-");
}

/** The first heading of a page; its file must begin with it. */
export function headingOf(markdown: string, file: string): string {
  const heading = /^# (.+)$/m.exec(markdown)?.[1];
  if (heading === undefined) throw new Error(`${file} requires a heading "# …"; got none`);
  return heading.trim();
}
