import type { Path } from "reverse-funnel";
import { issueBeside } from "../form/issue-words.js";
import { moreStageFields, stageFields } from "../form/stage-fields.js";
import { stageWords } from "../form/stage-words.js";
import { listAt, membersOf, valueIn } from "../state/plan-document.js";
import { ActivitiesView } from "./activities-view.js";
import { ChannelsView } from "./channels-view.js";
import { Problem } from "./field-view.js";
import { FieldsView } from "./fields-view.js";
import { Fold } from "./fold.js";
import type { Page } from "./page.js";
import { idOf } from "./place-id.js";

interface Stages {
  readonly page: Page;
  readonly path: Path;
}

/** The stages of a path, source first, with what adds, moves and removes them. */
export function StagesView({ page, path }: Stages) {
  const stages = listAt(page.state.document, path);
  const issue = issueBeside(page.issues, path);
  return (
    <div class="stages">
      <ol>
        {stages.map((_, index) => (
          <StageView key={index} page={page} list={path} index={index} count={stages.length} />
        ))}
      </ol>
      {issue !== undefined && <Problem path={path} text={issue.text} />}
      <button
        type="button"
        class="add"
        id={`${idOf(path)}-add`}
        onClick={() => {
          page.dispatch({ kind: "add", path, item: { stage: "", rate: "" } });
          page.focusNext(idOf([...path, stages.length, "stage"]));
        }}
      >
        Add a stage
      </button>
    </div>
  );
}

interface OneStage {
  readonly page: Page;
  readonly list: Path;
  readonly index: number;
  readonly count: number;
}

function StageView({ page, list, index, count }: OneStage) {
  const path = [...list, index];
  const written = membersOf(valueIn(page.state.document, path));
  const name =
    typeof written["stage"] === "string" && written["stage"] !== "" ? written["stage"] : "this stage";
  const more = moreStageFields(path);
  const words = stageWords(written, page.style);
  const wrong = more.some((spec) => issueBeside(page.issues, spec.path) !== undefined);
  return (
    <li class="stage">
      <FieldsView page={page} fields={stageFields(path, name)} />
      <StageTools page={page} list={list} index={index} count={count} name={name} />
      <Fold
        title={
          words.length > 0 ? words.join(" · ") : `Time, cost, activities${index === 0 ? ", channels" : ""}`
        }
        open={wrong || written["sources"] !== undefined}
      >
        <FieldsView page={page} fields={more} />
        <ActivitiesView page={page} path={[...path, "activities"]} />
        {index === 0 && <ChannelsView page={page} path={[...path, "sources"]} stage={name} />}
      </Fold>
    </li>
  );
}

function StageTools({ page, list, index, count, name }: OneStage & { readonly name: string }) {
  const id = (at: number, tool: string) => `${idOf([...list, at])}-${tool}`;
  const move = (by: -1 | 1) => () => {
    page.dispatch({ kind: "move", path: list, at: index, by });
    const at = index + by;
    const onward = by < 0 ? at > 0 : at < count - 1;
    page.focusNext(id(at, onward === by < 0 ? "up" : "down"));
  };
  const remove = () => {
    page.dispatch({ kind: "remove", path: list, at: index, mustStay: true });
    page.focusNext(count > 1 ? idOf([...list, Math.max(0, index - 1), "stage"]) : `${idOf(list)}-add`);
  };
  return (
    <div class="tools">
      <button type="button" id={id(index, "up")} disabled={index === 0} onClick={move(-1)}>
        <span aria-hidden="true">↑</span>
        <span class="for-ears"> Move {name} up</span>
      </button>
      <button type="button" id={id(index, "down")} disabled={index === count - 1} onClick={move(1)}>
        <span aria-hidden="true">↓</span>
        <span class="for-ears"> Move {name} down</span>
      </button>
      <button type="button" id={id(index, "remove")} onClick={remove}>
        <span aria-hidden="true">✕</span>
        <span class="for-ears"> Remove {name}</span>
      </button>
    </div>
  );
}
