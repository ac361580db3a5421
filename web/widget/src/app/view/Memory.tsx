import { useState } from "preact/hooks";
import type { Fact } from "../chat/api";
import { useSurroundings } from "./context";

type State = "closed" | "loading" | "failed" | "forgotten" | readonly Fact[];

/** What is remembered of the customer, and that it can be forgotten. Asked for only when somebody wants to know. */
export function Memory() {
  const { actions, texts } = useSurroundings();
  const [state, setState] = useState<State>("closed");
  const look = () => {
    setState("loading");
    actions.memory.facts().then(setState, () => setState("failed"));
  };
  const forget = () => {
    setState("loading");
    actions.memory.forget().then(
      () => setState("forgotten"),
      () => setState("failed"),
    );
  };
  if (state === "closed") {
    return (
      <button type="button" class="quiet-link" onClick={look}>
        {texts.remembered}
      </button>
    );
  }
  return (
    <div class="memory" role="status">
      {state === "failed" && <p>{texts.configFailed}</p>}
      {state === "forgotten" && <p>{texts.forgotten}</p>}
      {typeof state !== "string" && <Facts facts={state} onForget={forget} />}
    </div>
  );
}

function Facts({ facts, onForget }: { facts: readonly Fact[]; onForget: () => void }) {
  const { texts, locale } = useSurroundings();
  if (facts.length === 0) return <p>{texts.nothingRemembered}</p>;
  const names = (type: "language" | "region", value: string) => new Intl.DisplayNames(locale, { type }).of(value) ?? value;
  const shown = ({ kind, value }: Fact) =>
    kind === "language" ? names("language", value) : kind === "country" ? names("region", value.toUpperCase()) : (texts.factValues[value] ?? value);
  return (
    <>
      <p>{texts.remembered}:</p>
      <ul>
        {facts.map((fact) => (
          <li key={fact.kind}>
            {texts.factKinds[fact.kind] ?? fact.kind}: <bdi>{shown(fact)}</bdi>
          </li>
        ))}
      </ul>
      <button type="button" class="quiet-link" onClick={onForget}>
        {texts.forget}
      </button>
    </>
  );
}
