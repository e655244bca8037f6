import type { Path } from "reverse-funnel";
import { issueBeside } from "../form/issue-words.js";
import { channelFields, WEIGHTS, weightOf, type Weight } from "../form/stage-fields.js";
import { listAt, membersOf, valueIn, type PlanDocument } from "../state/plan-document.js";
import { ChoiceView } from "./choice-view.js";
import { FieldView, Problem } from "./field-view.js";
import type { Page } from "./page.js";
import { idOf } from "./place-id.js";
import { StagesView } from "./stages-view.js";

interface Channels {
  readonly page: Page;
  readonly path: Path;
  /** The stage that the channels lead to. */
  readonly stage: string;
}

/** The paths that lead to a stage, each with stages of its own. */
export function ChannelsView({ page, path, stage }: Channels) {
  const channels = listAt(page.state.document, path);
  const issue = issueBeside(page.issues, path);
  return (
    <div class="items">
      {channels.map((_, index) => (
        <ChannelView key={index} page={page} list={path} index={index} />
      ))}
      {issue !== undefined && <Problem path={path} text={issue.text} />}
      <button
        type="button"
        class="add"
        id={`${idOf(path)}-add`}
        onClick={() => {
          page.dispatch({ kind: "add", path, item: newChannel(channels.length) });
          page.focusNext(idOf([...path, channels.length, "channel"]));
        }}
      >
        Add a channel that leads to {stage}
      </button>
    </div>
  );
}

interface OneChannel {
  readonly page: Page;
  readonly list: Path;
  readonly index: number;
}

const WEIGHT_WORDS: Readonly<Record<Weight, string>> = {
  share: "a share of what is needed",
  units: "so many, whatever the goal",
  rest: "whatever the others leave",
};

function ChannelView({ page, list, index }: OneChannel) {
  const path = [...list, index];
  const weight = weightOf(page.state.document, path);
  const fields = channelFields(page.state.document, path).filter((spec) => spec.path.at(-1) !== "rest");
  return (
    <fieldset class="item">
      <legend>Channel {index + 1}</legend>
      <div class="fields">
        {fields.map((spec) => (
          <FieldView key={idOf(spec.path)} spec={spec} page={page} />
        ))}
        <ChoiceView
          id={`${idOf(path)}-weight`}
          label="It brings"
          value={weight}
          words={WEIGHT_WORDS}
          choose={(to) => {
            page.dispatch({ kind: "write", path, to: weighted(page.state.document, path, to) });
          }}
        />
      </div>
      <StagesView page={page} path={[...path, "funnel"]} />
      <button
        type="button"
        class="quiet"
        onClick={() => {
          page.dispatch({ kind: "remove", path: list, at: index });
          page.focusNext(`${idOf(list)}-add`);
        }}
      >
        Remove channel {index + 1}
      </button>
    </fieldset>
  );
}

/** The first channel takes what is left, so that the plan is right at once; further ones a share of it. */
function newChannel(count: number): PlanDocument {
  const weight = count === 0 ? { rest: true } : { share: "50%" };
  return { channel: "", ...weight, funnel: [{ stage: "", rate: "" }] };
}

function weighted(document: PlanDocument, path: Path, weight: Weight): PlanDocument {
  const { channel, funnel, ...others } = membersOf(valueIn(document, path));
  const rest = Object.fromEntries(
    Object.entries(others).filter(([key]) => !(WEIGHTS as readonly string[]).includes(key)),
  );
  const value = { share: "50%", units: 10, rest: true }[weight];
  return { channel, [weight]: value, ...rest, funnel };
}
