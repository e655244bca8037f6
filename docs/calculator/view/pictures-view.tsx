import type { Solution } from "reverse-funnel";
import { calendarPicture, channelsPicture, utilisationPicture, type Picture } from "reverse-funnel/report";
import { Fold } from "./fold.js";
import type { Page } from "./page.js";
import { PictureView } from "./picture-view.js";

interface More {
  readonly title: string;
  readonly of: (answer: Solution) => Picture | null;
}

const MORE: readonly More[] = [
  { title: "Day by day", of: (answer) => calendarPicture(answer) },
  { title: "How busy each team is", of: utilisationPicture },
  { title: "What each channel brings and costs", of: channelsPicture },
];

/** The pictures that are drawn once someone asks for them. */
export function PicturesView({ page, answer }: { readonly page: Page; readonly answer: Solution }) {
  return (
    <>
      {MORE.map(({ title, of }) => {
        const picture = of(answer);
        return (
          picture !== null && (
            <Fold key={title} title={title}>
              <PictureView page={page} picture={picture} titled={false} />
            </Fold>
          )
        );
      })}
    </>
  );
}
