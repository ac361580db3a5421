import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { keys } from "../../api/keys";
import { getSources } from "../../api/sources";
import { Fetched, Top } from "../../settings/parts";
import { useKnowledgeWords } from "../use-words";
import { SourceForm } from "./source-form";
import { SourceItems } from "./source-items";
import { SourceRow } from "./source-row";
import styles from "./sources.module.css";
import { UploadBox } from "./upload-box";

const LOOK_AGAIN_MS = 2_000;

export default function SourcesSection() {
  const words = useKnowledgeWords();
  const [isAdding, setAdding] = useState(false);
  const [openId, setOpenId] = useState<string | null>(null);
  const sources = useQuery({
    queryKey: keys.sources,
    queryFn: getSources,
    // Progress comes by the live line; should that be down, it is asked for.
    refetchInterval: ({ state }) => (state.data?.some((source) => source.state === "running") ? LOOK_AGAIN_MS : false),
  });
  const open = sources.data?.find(({ id }) => id === openId) ?? null;
  return (
    <>
      <Top
        title={words.sections.sources} lead={words.sources.lead}
        action={
          <Button size="xs" leftSection={<IconPlus size={15} />} onClick={() => setAdding(true)}>
            {words.sources.add}
          </Button>
        }
      />
      <UploadBox onDone={setOpenId} />
      <Fetched query={sources}>
        {(all) =>
          all.length === 0 ? (
            <div className={styles.nothing}>
              <h3>{words.sources.none}</h3>
              <p>{words.sources.noneText}</p>
            </div>
          ) : (
            <ul className={styles.list}>
              {all.map((source) => (
                <SourceRow key={source.id} source={source} onOpen={() => setOpenId(source.id)} />
              ))}
            </ul>
          )
        }
      </Fetched>
      <SourceForm isOpen={isAdding} onClose={() => setAdding(false)} />
      <SourceItems source={open} onClose={() => setOpenId(null)} />
    </>
  );
}
