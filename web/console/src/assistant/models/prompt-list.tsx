import { useQuery } from "@tanstack/react-query";
import { keys } from "../../api/keys";
import { getPrompts } from "../../api/models";
import { Fetched } from "../../settings/parts";
import { useAssistantWords } from "../use-words";
import styles from "./models.module.css";

/** The words that models are asked with, each with its revision. */
export function PromptList() {
  const { models: words } = useAssistantWords();
  const prompts = useQuery({ queryKey: keys.prompts, queryFn: getPrompts });
  return (
    <>
      <p className={styles.soft}>{words.promptsLead}</p>
      <Fetched query={prompts}>
        {(all) =>
          all.map(({ name, revision, text }) => (
            <details key={name} className={styles.prompt}>
              <summary>
                <strong>{name}</strong> <span className={styles.soft}>{words.revision(revision.slice(0, 8))}</span>
              </summary>
              <pre tabIndex={0} lang="en">{text}</pre>
            </details>
          ))
        }
      </Fetched>
    </>
  );
}
