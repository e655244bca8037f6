import type { Solution, Targets } from "reverse-funnel";
import type { Picture } from "reverse-funnel/charts";
import { Fold } from "./fold.js";
import type { Page } from "./page.js";
import { fetchPictures } from "./picture-svg.js";
import { PictureView } from "./picture-view.js";
import { useLate } from "./use-late.js";

interface More {
  readonly title: string;
  /** Whether there is anything to draw: asked of each answer, so it looks at the answer alone. */
  readonly isThere: (targets: Targets) => boolean;
  readonly of: (answer: Solution, all: Awaited<ReturnType<typeof fetchPictures>>) => Picture | null;
}

const MORE: readonly More[] = [
  {
    title: "Day by day",
    isThere: ({ path }) => path.some(({ days }) => days.length > 0),
    of: (answer, { calendarPicture }) => calendarPicture(answer),
  },
  {
    title: "How busy each team is",
    isThere: ({ utilisation }) => utilisation.length > 0,
    of: (answer, { utilisationPicture }) => utilisationPicture(answer),
  },
  {
    title: "What each channel brings and costs",
    isThere: ({ path }) => path.some(({ channel }) => channel !== null),
    of: (answer, { channelsPicture }) => channelsPicture(answer),
  },
];

interface Parts {
  readonly page: Page;
  readonly answer: Solution;
}

/** The pictures that are made and drawn once someone asks for them. */
export function PicturesView({ page, answer }: Parts) {
  const { targets } = answer;
  if (targets === null) return null;
  return (
    <>
      {MORE.filter(({ isThere }) => isThere(targets)).map(({ title, of }) => (
        <Fold key={title} title={title}>
          <AskedPicture page={page} answer={answer} of={of} />
        </Fold>
      ))}
    </>
  );
}

function AskedPicture({ page, answer, of }: Parts & { readonly of: More["of"] }) {
  const all = useLate(fetchPictures, "pictures");
  if (all === null) return <p class="problem">This picture could not be loaded.</p>;
  const picture = all === undefined ? null : of(answer, all);
  return picture === null ? null : <PictureView page={page} picture={picture} titled={false} />;
}
