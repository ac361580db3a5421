import { Spotlight, spotlight } from "@mantine/spotlight";
import { useDebouncedValue } from "@mantine/hooks";
import { IconMessage, IconSearch } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useLocation } from "wouter";
import { getConversations } from "../api/calls";
import { keys } from "../api/keys";
import type { Summary, View } from "../api/types";
import { useNameOf } from "../contact/use-name-of";
import { useText } from "../i18n/text";
import { useDesk } from "../live/use-desk";
import { placeOf } from "../shell/places";
import type { Command, Group } from "./commands";
import { Keys } from "./keys";
import { takeTypedAhead } from "./palette-door";
import styles from "./palette.module.css";

const classes = { action: styles.action ?? "", actionsGroup: styles.group ?? "" };
const GROUPS: Group[] = ["actions", "go", "app"];

export default function Palette({ asked, commands, view }: { asked: number; commands: Command[]; view: View }) {
  const { t } = useText();
  const [query, setQuery] = useState("");
  const found = useFound(query);
  const matching = commands.filter(({ label }) => folded(label).includes(folded(query.trim())));
  useEffect(() => {
    spotlight.open();
  }, [asked]);
  useFirstChosen(`${query}|${matching.length}|${found.length}|${asked}`);
  return (
    <Spotlight.Root query={query} onQueryChange={setQuery} shortcut={null} scrollable maxHeight={440} size={600} centered={false} yOffset="12vh" classNames={classes} overlayProps={{ blur: 0, backgroundOpacity: 0.4 }}
      transitionProps={{ duration: 80 }} attributes={{ content: { "aria-label": t.palette.open } }}
    >
      <Spotlight.Search
        placeholder={t.palette.placeholder} aria-label={t.palette.placeholder} leftSection={<IconSearch size={18} aria-hidden />}
        onFocus={() => setQuery((typed) => typed + takeTypedAhead())}
      />
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

/** The first entry is always chosen, so that Enter does something; the list keeps its choice in the page itself. */
function useFirstChosen(contents: string): void {
  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      const actions = [...document.querySelectorAll("[role=dialog] [data-action]")];
      if (!actions.some((action) => action.hasAttribute("data-selected"))) actions[0]?.setAttribute("data-selected", "true");
    });
    return () => cancelAnimationFrame(frame);
  }, [contents]);
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
  const nameOf = useNameOf();
  const { t } = useText();
  const [, go] = useLocation();
  return (
    <Spotlight.ActionsGroup label={t.palette.conversations}>
      {found.map((conversation) => (
        <Spotlight.Action
          key={conversation.id} label={nameOf(conversation.contact)} description={conversation.preview} leftSection={<IconMessage size={18} aria-hidden />}
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
