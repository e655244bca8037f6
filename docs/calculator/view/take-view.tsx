import type { Report } from "reverse-funnel/report";
import type { Picture } from "reverse-funnel/charts";
import { useEffect, useMemo, useState } from "preact/hooks";
import type { TakeAnswer, TakenKind, TakeQuestion } from "../answer/take.js";
import { fileName } from "../files/file-name.js";
import { isKnown, snapshotOf } from "../state/happened.js";
import { FoldedSection, SectionView } from "./blocks-view.js";
import { Fold } from "./fold.js";
import type { Page } from "./page.js";
import { fetchPictures, pictureSvg } from "./picture-svg.js";
import { saveFile, svgToPng } from "./save-file.js";
import { ShareView } from "./share-view.js";
import { askOf, useAnswer } from "./use-answer.js";

type FileKind = Exclude<TakenKind, "report">;

const FILES: readonly { readonly kind: FileKind; readonly title: string; readonly says: string }[] = [
  { kind: "html", title: "Report as a page", says: "HTML, to send; opens anywhere" },
  { kind: "md", title: "Report as text", says: "Markdown, for a wiki or a chat" },
  { kind: "xlsx", title: "Spreadsheet", says: "Excel, with live formulas" },
  { kind: "ics", title: "Calendar file", says: "last days, milestones, a check-in each week" },
  { kind: "csv", title: "Rows", says: "CSV, a line for each week and team" },
];

/** The plan in a form that others can use. */
export function TakeView({ page }: { readonly page: Page }) {
  const [people, setPeople] = useState(false);
  const { happened } = page.state;
  const question = useMemo<TakeQuestion | null>(() => {
    if (page.plan === null) return null;
    const snapshot = isKnown(happened) ? snapshotOf(happened, page.today) : null;
    return { kind: "report", plan: page.plan, people, snapshot };
  }, [page.plan, happened.document, people, page.today]);
  const { answer, isFresh, problem: unwritten } = useAnswer<TakeAnswer>("take-worker", question);
  const { take, busy, problem: unsaved } = useFiles(question);
  // Fetched while the report is written: a picture that came later would move what is read already.
  useEffect(() => void fetchPictures(), []);
  const report = answer?.kind === "report" ? answer.report : null;
  const problem = unsaved ?? unwritten;
  return (
    <div class="take-view">
      <div class="ways">
        {question === null ? (
          <p class="waiting">Put the plan right first: then it can be taken along.</p>
        ) : (
          <>
            <section aria-labelledby="files-to-keep">
              <h2 id="files-to-keep">As a file</h2>
              <ul class="takes">
                {FILES.map(({ kind, title, says }) => (
                  <li key={kind}>
                    <button
                      type="button"
                      disabled={busy}
                      onClick={() => {
                        take(kind);
                      }}
                    >
                      <b>{title}</b>
                      <span class="hint">{says}</span>
                    </button>
                  </li>
                ))}
                <li>
                  <button
                    type="button"
                    disabled={report === null || !isFresh}
                    onClick={() => {
                      window.print();
                    }}
                  >
                    <b>Print the report</b>
                    <span class="hint">or keep it as PDF</span>
                  </button>
                </li>
              </ul>
              <label class="tick">
                <input
                  type="checkbox"
                  checked={people}
                  onChange={({ currentTarget }) => {
                    setPeople(currentTarget.checked);
                  }}
                />
                Name people in it
              </label>
              <p role="status" class={problem === null ? "hint" : "problem"}>
                {problem ?? ""}
              </p>
            </section>
          </>
        )}
        <ShareView page={page} />
        {question !== null && report !== null && (
          <PicturesToKeep page={page} report={report} name={fileName(question.plan)} />
        )}
      </div>
      <section class={isFresh ? "report" : "report waits"} aria-labelledby="report-heading">
        {report === null ? (
          question !== null && problem === null && <p class="waiting">The report is being written …</p>
        ) : (
          <ReportView page={page} report={report} />
        )}
      </section>
    </div>
  );
}

/** A way to save files of what the report tells; a report that is written meanwhile takes no file's turn. */
function useFiles(question: TakeQuestion | null) {
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const take = (kind: FileKind) => {
    if (question === null) return;
    setBusy(true);
    setProblem(null);
    askOf<TakeQuestion, TakeAnswer>("take-worker", "files")(
      { ...question, kind },
      ({ answer, problem: why }) => {
        setBusy(false);
        setProblem(why ?? null);
        if (answer?.kind === "file") saveFile(answer.name, answer.type, answer.content);
      },
    );
  };
  return { take, busy, problem };
}

interface Reported {
  readonly page: Page;
  readonly report: Report;
}

function PicturesToKeep({ page, report, name }: Reported & { readonly name: string }) {
  const pictures = useMemo(() => picturesOf(report), [report]);
  const [problem, setProblem] = useState<string | null>(null);
  if (pictures.length === 0) return null;
  const save = async (picture: Picture, as: "svg" | "png") => {
    setProblem(null);
    const file = `${name}-${picture.kind}.${as}`;
    const svg = await pictureSvg(picture, { width: 960, format: page.format });
    if (as === "svg") saveFile(file, "image/svg+xml", svg);
    else saveFile(file, "image/png", await svgToPng(svg));
  };
  const trySaving = (picture: Picture, as: "svg" | "png") => {
    save(picture, as).catch((error: unknown) => {
      setProblem(error instanceof Error ? error.message : String(error));
    });
  };
  return (
    <section aria-labelledby="pictures-to-keep">
      <h2 id="pictures-to-keep">As a picture</h2>
      <ul class="pictures-to-keep">
        {pictures.map((picture) => (
          <li key={picture.kind}>
            <span>{picture.title}</span>
            <span class="pair">
              {(["svg", "png"] as const).map((as) => (
                <button
                  key={as}
                  type="button"
                  onClick={() => {
                    trySaving(picture, as);
                  }}
                >
                  {as.toUpperCase()}
                  <span class="for-ears"> of {picture.title}</span>
                </button>
              ))}
            </span>
          </li>
        ))}
      </ul>
      {problem !== null && <p class="problem">{problem}</p>}
    </section>
  );
}

/** Each kind of picture once. */
function picturesOf({ sections }: Report): readonly Picture[] {
  const all = sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === "picture" ? [block.picture] : [])),
  );
  return [...new Map(all.map((picture) => [picture.kind, picture])).values()];
}

function ReportView({ page, report }: Reported) {
  const first = report.sections.filter(({ place }) => place !== "appendix");
  const rest = report.sections.filter(({ place }) => place === "appendix");
  return (
    <>
      <h2 id="report-heading">{report.title}</h2>
      {first.map((section) => (
        <SectionView key={section.title} page={page} section={section} />
      ))}
      {rest.length > 0 && (
        <Fold title="Appendix">
          {rest.map((section, index) => (
            <FoldedSection key={index} page={page} section={section} />
          ))}
        </Fold>
      )}
    </>
  );
}
