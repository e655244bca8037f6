import type { Solution } from "reverse-funnel";
import { NumberButton } from "./number-button.js";
import type { Page } from "./page.js";

/** From the goal's amount to the number of wins, line by line. */
export function BridgeView({ page, answer }: { readonly page: Page; readonly answer: Solution }) {
  const { targets } = answer;
  if (targets === null) return null;
  return (
    <section class="bridge" aria-labelledby="bridge-heading">
      <h3 id="bridge-heading">Why so many wins</h3>
      <table>
        <thead>
          <tr>
            <th scope="col">What</th>
            <th scope="col">Amount</th>
            <th scope="col">Wins</th>
          </tr>
        </thead>
        <tbody>
          {targets.bridge.map(({ item, amount, wins }, index) => (
            <tr key={index}>
              <th scope="row">{item}</th>
              <td class="figure">
                <NumberButton
                  page={page}
                  text={page.format.number(amount)}
                  of={`${item}, amount`}
                  at={["targets", "bridge", index, "amount"]}
                />
              </td>
              <td class="figure">
                <NumberButton
                  page={page}
                  text={page.format.number(wins)}
                  of={`${item}, wins`}
                  at={["targets", "bridge", index, "wins"]}
                />
              </td>
            </tr>
          ))}
          <tr class="win">
            <th scope="row">wins to go for</th>
            <td />
            <td class="figure">
              <NumberButton
                page={page}
                text={page.format.number(targets.wins)}
                of="wins to go for"
                at={["targets", "wins"]}
              />
            </td>
          </tr>
        </tbody>
      </table>
    </section>
  );
}
