let style: Promise<void> | undefined;

/** A part of the page that is fetched when it is opened, once the style of all such parts is there too. */
export async function withLateStyle<T>(part: Promise<T>): Promise<T> {
  style ??= fetchStyle();
  const [fetched] = await Promise.all([part, style]);
  return fetched;
}

function fetchStyle(): Promise<void> {
  return new Promise((there, failed) => {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = "late.css";
    link.onload = () => {
      there();
    };
    link.onerror = () => {
      // Whoever opens a part again fetches it again.
      style = undefined;
      link.remove();
      failed(new Error("late.css could not be fetched"));
    };
    document.head.append(link);
  });
}
