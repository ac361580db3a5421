import { ActionIcon, Loader } from "@mantine/core";
import { IconChevronLeft } from "@tabler/icons-react";
import { type ComponentType, lazy, Suspense, useEffect, useRef } from "react";
import { Link, useLocation } from "wouter";
import type { Role } from "../api/types";
import { useText } from "../i18n/text";
import { useMe } from "../live/use-desk";
import { HOME, placeOf } from "../shell/places";
import { InboxSection } from "./inbox-section";
import { KeysSection } from "./keys-section";
import { MacrosSection } from "./macros-section";
import { MembersSection } from "./members-section";
import styles from "./settings.module.css";
import { useWords } from "./use-words";
import { WorkspaceSection } from "./workspace-section";

const IntentsSection = lazy(() => import("./intents/intents-section"));

type Name = "workspace" | "members" | "keys" | "macros" | "intents" | "inbox";

const sections: { name: Name; roles: Role[]; Page: ComponentType<{ part: string | undefined }> }[] = [
  { name: "workspace", roles: ["admin"], Page: WorkspaceSection },
  { name: "members", roles: ["agent", "supervisor", "admin"], Page: MembersSection },
  { name: "macros", roles: ["agent", "supervisor", "admin"], Page: MacrosSection },
  { name: "intents", roles: ["agent", "supervisor", "admin"], Page: IntentsSection },
  { name: "inbox", roles: ["admin"], Page: InboxSection },
  { name: "keys", roles: ["admin"], Page: KeysSection },
];

export default function Settings({ section, part }: { section: string; part: string | undefined }) {
  const { t } = useText();
  const words = useWords();
  const { member } = useMe();
  const [, go] = useLocation();
  const mine = sections.filter(({ roles }) => roles.includes(member.role));
  const current = mine.find(({ name }) => name === section) ?? mine[0];
  const door = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    // At phone width the sections stand in a row that scrolls.
    void door.current?.scrollIntoView({ inline: "center", block: "nearest" });
  }, [current?.name]);
  if (!current) return null;
  return (
    <main className={styles.settings} id="conversation" tabIndex={-1}>
      <div className={styles.side}>
        <div className={styles.head}>
          <ActionIcon variant="subtle" color="gray" size="lg" aria-label={words.back} onClick={() => go(placeOf(HOME))}>
            <IconChevronLeft size={20} />
          </ActionIcon>
          <h1>{words.title}</h1>
        </div>
        <nav aria-label={words.title}>
          {mine.map(({ name }) => (
            <Link key={name} ref={name === current.name ? door : null} href={`/settings/${name}`} className={styles.door} aria-current={name === current.name ? "page" : undefined}>
              {words.sections[name]}
            </Link>
          ))}
        </nav>
      </div>
      <div className={styles.page}>
        <Suspense fallback={<Loader type="dots" role="status" aria-label={t.app.loading} />}>
          <current.Page key={current.name} part={part} />
        </Suspense>
      </div>
    </main>
  );
}
