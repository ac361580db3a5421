import { ActionIcon } from "@mantine/core";
import { IconChevronLeft } from "@tabler/icons-react";
import type { ComponentType } from "react";
import { Link, useLocation } from "wouter";
import type { Role } from "../api/types";
import { useMe } from "../live/use-desk";
import { HOME, placeOf } from "../shell/places";
import { InboxSection } from "./inbox-section";
import { KeysSection } from "./keys-section";
import { MacrosSection } from "./macros-section";
import { MembersSection } from "./members-section";
import styles from "./settings.module.css";
import { useWords } from "./use-words";
import { WorkspaceSection } from "./workspace-section";

type Name = "workspace" | "members" | "keys" | "macros" | "inbox";

const sections: { name: Name; roles: Role[]; Page: ComponentType }[] = [
  { name: "workspace", roles: ["admin"], Page: WorkspaceSection },
  { name: "members", roles: ["agent", "supervisor", "admin"], Page: MembersSection },
  { name: "macros", roles: ["agent", "supervisor", "admin"], Page: MacrosSection },
  { name: "inbox", roles: ["admin"], Page: InboxSection },
  { name: "keys", roles: ["admin"], Page: KeysSection },
];

export default function Settings({ section }: { section: string }) {
  const words = useWords();
  const { member } = useMe();
  const [, go] = useLocation();
  const mine = sections.filter(({ roles }) => roles.includes(member.role));
  const current = mine.find(({ name }) => name === section) ?? mine[0];
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
            <Link key={name} href={`/settings/${name}`} className={styles.door} aria-current={name === current.name ? "page" : undefined}>
              {words.sections[name]}
            </Link>
          ))}
        </nav>
      </div>
      <div className={styles.page}>
        <current.Page key={current.name} />
      </div>
    </main>
  );
}
