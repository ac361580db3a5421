import { Tabs } from "@mantine/core";
import { useLocation } from "wouter";
import { useMe } from "../../live/use-desk";
import { Top } from "../parts";
import { IntentList } from "./intent-list";
import styles from "./intents.module.css";
import { TryBox } from "./try-box";
import { Versions } from "./versions";
import { useIntentWords } from "./words";

const PARTS = ["list", "versions", "try"] as const;
type Part = (typeof PARTS)[number];

export default function IntentsSection({ part }: { part: string | undefined }) {
  const words = useIntentWords();
  const mayWrite = useMe().member.role !== "agent";
  const [, go] = useLocation();
  const current: Part = PARTS.find((one) => one === part) ?? "list";
  return (
    <>
      <Top title={words.title} lead={words.lead} />
      <Tabs value={current} onChange={(next) => go(next === "list" ? "/settings/intents" : `/settings/intents/${next}`)} className={styles.tabs ?? ""} keepMounted={false}>
        <Tabs.List aria-label={words.tabsLabel}>
          {PARTS.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {words.tabs[one]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="list" pt="md" tabIndex={-1}>
          <IntentList mayWrite={mayWrite} />
        </Tabs.Panel>
        <Tabs.Panel value="versions" pt="md" tabIndex={-1}>
          <Versions mayWrite={mayWrite} />
        </Tabs.Panel>
        <Tabs.Panel value="try" pt="md" tabIndex={-1}>
          <TryBox />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}
