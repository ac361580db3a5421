import { Button, Tabs } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useLocation } from "wouter";
import { keys } from "../../api/keys";
import { getModels, type LanguageModel } from "../../api/models";
import { Fetched, Top } from "../../settings/parts";
import { useAssistantWords } from "../use-words";
import { BudgetForm } from "./budget-form";
import { CallList } from "./call-list";
import { ModelForm } from "./model-form";
import { ModelRow } from "./model-row";
import styles from "./models.module.css";
import { PromptList } from "./prompt-list";

const PARTS = ["list", "budget", "calls", "prompts"] as const;
type Part = (typeof PARTS)[number];

/** Which language models write for the assistant, what they may cost, what they did and with which words. */
export default function ModelsSection({ part }: { part: string | undefined }) {
  const { models: words, sections } = useAssistantWords();
  const [, go] = useLocation();
  const current: Part = PARTS.find((one) => one === part) ?? "list";
  return (
    <>
      <Top title={sections.models} lead={words.lead} />
      <Tabs value={current} onChange={(next) => go(next === "list" ? "/assistant/models" : `/assistant/models/${next}`)} className={styles.tabs ?? ""} keepMounted={false}>
        <Tabs.List aria-label={sections.models}>
          {PARTS.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {words.tabs[one]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="list" pt="md" tabIndex={-1}>
          <List />
        </Tabs.Panel>
        <Tabs.Panel value="budget" pt="md" tabIndex={-1}>
          <BudgetForm />
        </Tabs.Panel>
        <Tabs.Panel value="calls" pt="md" tabIndex={-1}>
          <CallList />
        </Tabs.Panel>
        <Tabs.Panel value="prompts" pt="md" tabIndex={-1}>
          <PromptList />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}

function List() {
  const { models: words } = useAssistantWords();
  const [editing, setEditing] = useState<LanguageModel | "new" | null>(null);
  const models = useQuery({ queryKey: keys.models, queryFn: getModels });
  const add = (
    <Button size="xs" leftSection={<IconPlus size={15} />} onClick={() => setEditing("new")}>
      {words.add}
    </Button>
  );
  return (
    <Fetched query={models}>
      {({ models: all, budget }) => (
        <>
          {all.length === 0 ? (
            <div className={styles.nothing}>
              <h3>{words.none}</h3>
              <p>{words.noneText}</p>
              {add}
            </div>
          ) : (
            <>
              <ul className={styles.list}>
                {all.map((model) => (
                  <ModelRow key={model.id} model={model} all={all} currency={budget.currency} onEdit={() => setEditing(model)} />
                ))}
              </ul>
              <div className={styles.below}>{add}</div>
            </>
          )}
          <ModelForm model={editing === "new" ? null : editing} isOpen={editing !== null} all={all} currency={budget.currency} onClose={() => setEditing(null)} />
        </>
      )}
    </Fetched>
  );
}
