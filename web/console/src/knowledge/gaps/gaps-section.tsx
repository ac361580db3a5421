import { SegmentedControl } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { type GapState, getGaps } from "../../api/gaps";
import { keys } from "../../api/keys";
import { useMe } from "../../live/use-desk";
import { Fetched, Top } from "../../settings/parts";
import { useKnowledgeWords } from "../use-words";
import { GapCard } from "./gap-card";
import styles from "./gaps.module.css";

const STATES: GapState[] = ["open", "drafted", "closed", "dismissed"];

/** What customers ask and nothing answers. */
export default function GapsSection() {
  const words = useKnowledgeWords();
  const mayWrite = useMe().member.role !== "agent";
  const [state, setState] = useState<GapState>("open");
  const gaps = useQuery({ queryKey: keys.gaps(state), queryFn: () => getGaps(state) });
  return (
    <>
      <Top
        title={words.sections.gaps} lead={words.gaps.lead}
        action={<SegmentedControl size="xs" aria-label={words.sections.gaps} value={state} onChange={(next) => setState(next as GapState)} data={STATES.map((value) => ({ value, label: words.gaps.state[value] }))} />}
      />
      <Fetched query={gaps}>
        {(found) =>
          found.length === 0 ? (
            <p className={styles.nothing}>{words.gaps.none[state]}</p>
          ) : (
            <ul className={styles.list}>
              {found.map((gap) => (
                <GapCard key={gap.id} gap={gap} mayWrite={mayWrite} />
              ))}
            </ul>
          )
        }
      </Fetched>
    </>
  );
}
