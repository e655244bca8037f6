import { useMemo, useState } from "react";
import { createRoot } from "react-dom/client";
import { safeParsePlan, solve } from "reverse-funnel";
import { funnelPicture, toSvg } from "reverse-funnel/charts";

/** What the two fields ask for: an answer, or what is wrong with each of them. Text is fine: "25%" is a rate. */
function answerTo(clients: string, rate: string) {
  const plan = {
    goal: { metric: "customers", amount: clients, period: "2026-01" },
    funnel: [{ stage: "call", rate, owner: "sales" }],
  };
  const read = safeParsePlan(plan);
  if (read.success) return { answer: solve(read.data), faults: new Map<string, string>() };
  return {
    answer: null,
    faults: new Map(read.error.issues.map(({ path, message }) => [path.join("."), message])),
  };
}

function Field(props: {
  label: string;
  value: string;
  fault: string | undefined;
  onChange: (value: string) => void;
}) {
  const id = props.label.replaceAll(" ", "-");
  return (
    <p>
      <label htmlFor={id}>{props.label}</label>{" "}
      <input
        id={id}
        value={props.value}
        aria-invalid={props.fault !== undefined}
        aria-describedby={`${id}-fault`}
        onChange={({ target }) => {
          props.onChange(target.value);
        }}
      />
      <small id={`${id}-fault`} role="alert">
        {props.fault}
      </small>
    </p>
  );
}

function Page() {
  const [clients, setClients] = useState("10");
  const [rate, setRate] = useState("25%");
  const { answer, faults } = useMemo(() => answerTo(clients, rate), [clients, rate]);
  const picture = useMemo(() => (answer === null ? "" : toSvg(funnelPicture(answer))), [answer]);
  const call = answer?.targets?.stages["call"];
  return (
    <main>
      <h1>How many calls a day?</h1>
      <Field
        label="New clients in January"
        value={clients}
        fault={faults.get("goal.amount")}
        onChange={setClients}
      />
      <Field label="Calls that win" value={rate} fault={faults.get("funnel.0.rate")} onChange={setRate} />
      <output>{call === undefined ? "" : `${call.perDay ?? 0} calls a day, ${call.total} in all`}</output>
      {/* The drawing is made of the library's own text, with every name in it escaped. */}
      <figure dangerouslySetInnerHTML={{ __html: picture }} />
    </main>
  );
}

const root = document.getElementById("root");
if (root !== null) createRoot(root).render(<Page />);
