interface Parts<Value extends string> {
  readonly id: string;
  readonly label: string;
  readonly value: Value;
  /** What can be chosen, in words. */
  readonly words: Readonly<Record<Value, string>>;
  readonly choose: (value: Value) => void;
}

/** One of a few ways to say something: what the plan then holds has another shape. */
export function ChoiceView<Value extends string>({ id, label, value, words, choose }: Parts<Value>) {
  return (
    <div class="field field-choice">
      <label for={id}>{label}</label>
      <select
        id={id}
        value={value}
        onChange={({ currentTarget }) => {
          choose(currentTarget.value as Value);
        }}
      >
        {Object.entries<string>(words).map(([each, text]) => (
          <option key={each} value={each}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}
