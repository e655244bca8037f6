import type { Format } from "../../format/format.js";
import type { Unsaid } from "../picture-number.js";
import type { UtilisationPicture, UtilisationRow } from "./picture.js";

/** How full each team is, in sentences: week by week, with a word where it is too much. */
export function utilisationWords({ rows }: Unsaid<UtilisationPicture>, format: Format): string {
  return rows.map((row) => rowWords(row, format)).join(" ");
}

function rowWords({ team, of, weeks }: UtilisationRow, format: Format): string {
  const each = weeks.map(({ week, share, demand, isOver }) => {
    const full =
      share === null ? `${format.number(demand.value)} ${of} asked, none possible` : format.rate(share.value);
    return `${format.date(week)} ${full}${isOver ? " (too much)" : ""}`;
  });
  return `${team}, ${of}: ${each.join(", ")}.`;
}
