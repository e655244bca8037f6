import type { Block, Section } from "reverse-funnel/report";
import { useMemo } from "preact/hooks";
import { Fold } from "./fold.js";
import type { Page } from "./page.js";
import { PictureView } from "./picture-view.js";

interface Parts {
  readonly page: Page;
  readonly section: Section;
}

/** A part of a report, under its heading. */
export function SectionView({ page, section }: Parts) {
  return (
    <section class="told">
      <h3>{section.title}</h3>
      <BlocksView page={page} section={section} />
    </section>
  );
}

/** A part of a report that most readers can do without. */
export function FoldedSection({ page, section }: Parts) {
  return (
    <Fold title={section.title}>
      <div class="told">
        <BlocksView page={page} section={section} />
      </div>
    </Fold>
  );
}

function BlocksView({ page, section: { title, blocks } }: Parts) {
  return (
    <>
      {blocks.map((block, index) => (
        <BlockView key={index} page={page} block={block} title={title} />
      ))}
    </>
  );
}

type OfKind<Kind extends Block["kind"]> = Extract<Block, { readonly kind: Kind }>;

function BlockView({
  page,
  block,
  title,
}: {
  readonly page: Page;
  readonly block: Block;
  readonly title: string;
}) {
  switch (block.kind) {
    case "sentence":
      return <p class={block.tone}>{block.text}</p>;
    case "list":
      return (
        <ul>
          {block.items.map((item, index) => (
            <li key={index}>{item}</li>
          ))}
        </ul>
      );
    case "table":
      return <TableView block={block} title={title} />;
    case "figures":
      return <FiguresView block={block} />;
    case "picture":
      return <ToldPicture page={page} block={block} />;
  }
}

function FiguresView({ block }: { readonly block: OfKind<"figures"> }) {
  return (
    <dl class="figures">
      {block.items.map(({ figure, label, note }, index) => (
        <div key={index}>
          <dt>{label}</dt>
          <dd>
            <b>{figure}</b>
            {note !== "" && <span>{note}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** A table that scrolls by itself where the page is too narrow for it. */
function TableView({ block, title }: { readonly block: OfKind<"table">; readonly title: string }) {
  const sideOf = (index: number) => (block.columns[index]?.align === "right" ? "figure" : undefined);
  return (
    <div class="scrolls" role="group" aria-label={title} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {block.columns.map((column, index) =>
              column.title === "" ? (
                <td key={index} />
              ) : (
                <th key={index} scope="col" class={sideOf(index)}>
                  {column.title}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {block.rows.map((row, index) => (
            <tr key={index}>
              {row.map((cell, at) => {
                const text = typeof cell === "string" ? cell : cell.text;
                const exact = typeof cell === "string" ? undefined : cell.exact;
                return at === 0 ? (
                  <th key={at} scope="row">
                    {text}
                  </th>
                ) : (
                  <td key={at} class={sideOf(at)} title={exact}>
                    {text}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Its numbers explain another answer than the page's own, so they cannot be pressed. */
function ToldPicture({
  page,
  block: { picture },
}: {
  readonly page: Page;
  readonly block: OfKind<"picture">;
}) {
  return useMemo(
    () => <PictureView page={page} picture={picture} titled={false} explains={false} />,
    [picture, page.format],
  );
}
