import type { Path } from "reverse-funnel";
import { filledField } from "../form/filled-field.js";
import type { Field, FieldSpec } from "../form/field.js";
import { fieldValue } from "../form/field-text.js";
import type { Page } from "./page.js";
import { idOf } from "./place-id.js";
import { SliderView } from "./slider-view.js";

/** One field with its label, its hint and what is wrong with it. */
export function FieldView({ spec, page }: { readonly spec: FieldSpec; readonly page: Page }) {
  const field = filledField(spec, page.state, page.issues, page.style);
  const id = idOf(spec.path);
  return (
    <div class={`field field-${spec.kind}${field.choices === undefined ? "" : " field-choice"}`}>
      <label for={id}>
        {field.label}
        {field.wanted && <span class="wanted"> needed</span>}
      </label>
      {field.text === null ? <Kept field={field} page={page} /> : <Control field={field} page={page} />}
      {field.slider !== undefined && <SliderView field={field} page={page} words={field.slider} />}
      {field.hint !== undefined && (
        <p class="hint" id={`${id}-hint`}>
          {field.hint}
        </p>
      )}
      {field.problem !== null && <Problem path={spec.path} text={field.problem} />}
    </div>
  );
}

/** What is wrong with a place, beside it. */
export function Problem({ path, text }: { readonly path: Path; readonly text: string }) {
  return (
    <p class="problem" id={`${idOf(path)}-problem`}>
      {text}
    </p>
  );
}

/** What a field says once it is left may move what stands below: not before a click there has landed. */
const CLICK_TIME = 200;

function Control({ field, page }: { readonly field: Field; readonly page: Page }) {
  const { path, kind, choices, text, problem, placeholder, list } = field;
  const id = idOf(path);
  const write = (typed: string) => {
    page.dispatch({ kind: "write", path, to: fieldValue(kind, typed, page.style), draft: typed });
  };
  const common = {
    id,
    value: text ?? "",
    "aria-invalid": problem === null ? undefined : ("true" as const),
    "aria-describedby": describedBy(field),
    onBlur: () => {
      setTimeout(() => {
        page.dispatch({ kind: "leave", path });
      }, CLICK_TIME);
    },
  };
  if (choices !== undefined) {
    const known = choices.some(({ value }) => value === text);
    return (
      <select
        {...common}
        onChange={({ currentTarget }) => {
          write(currentTarget.value);
        }}
      >
        {!known && <option value={text ?? ""}>{text}</option>}
        {choices.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    );
  }
  return (
    <input
      {...common}
      type={kind === "date" ? "date" : "text"}
      inputMode={kind === "amount" || kind === "whole" ? "decimal" : "text"}
      autocomplete="off"
      spellcheck={kind === "text"}
      placeholder={placeholder}
      list={list}
      onInput={({ currentTarget }) => {
        write(currentTarget.value);
      }}
    />
  );
}

/** A value that the field cannot hold: it stays, and can be taken out. */
function Kept({ field, page }: { readonly field: Field; readonly page: Page }) {
  return (
    <div class="kept">
      <span id={idOf(field.path)}>Kept as it is in the plan’s text.</span>
      <button
        type="button"
        onClick={() => {
          page.dispatch({ kind: "write", path: field.path, to: undefined });
        }}
      >
        Take out
      </button>
    </div>
  );
}

function describedBy({ path, hint, problem }: Field): string | undefined {
  const id = idOf(path);
  const ids = [hint === undefined ? "" : `${id}-hint`, problem === null ? "" : `${id}-problem`];
  return ids.filter((one) => one !== "").join(" ") || undefined;
}
