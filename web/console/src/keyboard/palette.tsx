import { Spotlight, spotlight } from "@mantine/spotlight";
import { useDebouncedValue } from "@mantine/hooks";
import { IconMessage, IconSearch } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useLocation } from "wouter";
import { getConversations } from "../api/calls";
import { keys } from "../api/keys";
import type { Summary, View } from "../api/types";
import { useText } from "../i18n/text";
import { useDesk } from "../live/use-desk";
import { placeOf } from "../shell/places";
import type { Command, Group } from "./commands";
import { Keys } from "./keys";
import styles from "./palette.module.css";

const classes = { action: styles.action ?? "", actionsGroup: styles.group ?? "" };
const GROUPS: Group[] = ["actions", "go", "app"];

export default function Palette({ asked, commands, view }: { asked: number; commands: Command[]; view: View }) {
  const { t } = useText();
  const [query, setQuery] = useState("");
  const found = useFound(query);
  const matching = commands.filter(({ label }) => folded(label).includes(folded(query.trim())));
  useEffect(() => spotlight.open(), [asked]);
  return (
    <Spotlight.Root query={query} onQueryChange={setQuery} shortcut={null} scrollable maxHeight={440} size={600} classNames={classes} overlayProps={{ blur: 0, backgroundOpacity: 0.4 }}
      transitionProps={{ duration: 80 }} attributes={{ content: { "aria-label": t.palette.open } }}
    >
      <Spotlight.Search placeholder={t.palette.placeholder} aria-label={t.palette.placeholder} leftSection={<IconSearch size={18} aria-hidden />} />
      <Spotlight.ActionsList>
        {GROUPS.map((group) => (
          <CommandGroup key={group} label={t.palette[group]} commands={matching.filter((command) => command.group === group)} />
        ))}
        {found.length > 0 && <Conversations found={found} view={view} />}
        {matching.length + found.length === 0 && <Spotlight.Empty>{t.palette.nothing}</Spotlight.Empty>}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}

function CommandGroup({ label, commands }: { label: string; commands: Command[] }) {
  if (!commands.length) return null;
  return (
    <Spotlight.ActionsGroup label={label}>
      {commands.map((command) => (
        <Spotlight.Action
          key={command.id} label={command.label} rightSection={command.keys[0] && <Keys keys={command.keys[0]} />}
          onClick={() => window.setTimeout(command.run, 120)}
        />
      ))}
    </Spotlight.ActionsGroup>
  );
}

function Conversations({ found, view }: { found: Summary[]; view: View }) {
  const { t } = useText();
  const [, go] = useLocation();
  return (
    <Spotlight.ActionsGroup label={t.palette.conversations}>
      {found.map((conversation) => (
        <Spotlight.Action
          key={conversation.id} label={conversation.contact.name} description={conversation.preview} leftSection={<IconMessage size={18} aria-hidden />}
          onClick={() => go(placeOf(view, conversation.id))}
        />
      ))}
    </Spotlight.ActionsGroup>
  );
}

function useFound(query: string): Summary[] {
  const desk = useDesk();
  const [q] = useDebouncedValue(query.trim(), 250);
  const { data } = useQuery({
    queryKey: keys.list("palette", q),
    enabled: q.length > 1,
    queryFn: async ({ signal }) => {
      const { conversations } = await getConversations({ q, limit: 6 }, signal);
      desk.board.apply({ type: "summaries", conversations });
      return conversations;
    },
  });
  return q.length > 1 ? (data ?? []) : [];
}

const folded = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
