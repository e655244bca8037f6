import type { Format } from "../../format/format.js";
import { compare, type Ratio, ZERO } from "../../number/ratio.js";
import { decodeExact } from "../../number/exact-string.js";
import { deepFreeze } from "../../solve/freeze.js";
import type { UtilisationPicture, UtilisationRow } from "../../charts/utilisation/picture.js";
import { sentence, type Sentence } from "../report.js";

/** More rows than these are no picture any more; the table has them all. */
const MOST_ROWS = 24;

/** A picture of the fullest teams where there are very many, in the order of the plan; otherwise the picture as it is. */
export function ofFullest(picture: UtilisationPicture | null): UtilisationPicture | null {
  if (picture === null || picture.rows.length <= MOST_ROWS) return picture;
  const ranked = picture.rows.map((row) => ({ row, most: mostOf(row) }));
  ranked.sort((one, other) => compareFullness(other.most, one.most));
  const kept = new Set(ranked.slice(0, MOST_ROWS).map(({ row }) => row));
  const rows = picture.rows.filter((row) => kept.has(row));
  return deepFreeze({ ...picture, rows });
}

/** Says that not all are pictured, where that is so. */
export function leftOut(picture: UtilisationPicture | null, format: Format): Sentence[] {
  const count = picture?.rows.length ?? 0;
  if (count <= MOST_ROWS) return [];
  return [
    sentence(
      `The picture shows the fullest ${format.number(MOST_ROWS)} of ${format.number(count)} rows; the table has them all.`,
    ),
  ];
}

/** Whether work is asked in a week without capacity, which is fuller than any share; and the fullest week's share. */
interface Fullness {
  readonly isImpossible: boolean;
  readonly share: Ratio;
}

function mostOf({ weeks }: UtilisationRow): Fullness {
  const shares = weeks.map(({ share }) => (share === null ? ZERO : decodeExact(share.value)));
  return {
    isImpossible: weeks.some(({ share, isOver }) => share === null && isOver),
    share: shares.reduce((most, share) => (compare(share, most) > 0 ? share : most), ZERO),
  };
}

function compareFullness(one: Fullness, other: Fullness): number {
  return Number(one.isImpossible) - Number(other.isImpossible) || compare(one.share, other.share);
}
