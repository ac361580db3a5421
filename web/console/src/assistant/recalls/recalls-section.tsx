import { SegmentedControl } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { getRecalls, type Recall } from "../../api/assistant";
import { keys } from "../../api/keys";
import { Fetched, Top } from "../../settings/parts";
import { useAssistantWords } from "../use-words";
import { RecallCard } from "./recall-card";
import styles from "./recalls.module.css";

type Shown = Exclude<Recall["state"], "void">;

const STATES: Shown[] = ["open", "sent", "dismissed"];

/** Answers that stood on something that has changed since. */
export function RecallsSection() {
  const words = useAssistantWords();
  const [state, setState] = useState<Shown>("open");
  const recalls = useQuery({ queryKey: keys.recalls(state), queryFn: () => getRecalls(state) });
  return (
    <>
      <Top
        title={words.sections.recalls} lead={words.recalls.lead}
        action={<SegmentedControl size="xs" aria-label={words.sections.recalls} value={state} onChange={(next) => setState(next as Shown)} data={STATES.map((value) => ({ value, label: words.recalls[value] }))} />}
      />
      <Fetched query={recalls}>
        {(found) =>
          found.length === 0 ? (
            <div className={styles.nothing}>
              {state === "open" && <h3>{words.recalls.none}</h3>}
              <p>{state === "open" ? words.recalls.noneText : words.recalls.noneOf[state]}</p>
            </div>
          ) : (
            <ul className={styles.list}>
              {found.map((recall) => (
                <RecallCard key={recall.id} recall={recall} />
              ))}
            </ul>
          )
        }
      </Fetched>
    </>
  );
}
