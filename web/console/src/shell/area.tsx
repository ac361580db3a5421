import { ActionIcon, Loader } from "@mantine/core";
import { IconChevronLeft } from "@tabler/icons-react";
import { type ComponentType, Suspense, useEffect, useRef } from "react";
import { Link, useLocation } from "wouter";
import type { Role } from "../api/types";
import { useText } from "../i18n/text";
import { useMe } from "../live/use-desk";
import styles from "./area.module.css";
import { HOME, placeOf } from "./places";

export interface Section<Name extends string> {
  name: Name;
  roles: Role[];
  Page: ComponentType<{ part: string | undefined }>;
}

interface Props<Name extends string> {
  /** The first part of its address. */
  base: string;
  title: string;
  back: string;
  names: Record<Name, string>;
  sections: Section<Name>[];
  section: string | undefined;
  part: string | undefined;
}

/** A part of the console beside the inbox: its sections at the side, one of them open. Members see those of their role. */
export function Area<Name extends string>({ base, title, back, names, sections, section, part }: Props<Name>) {
  const { t } = useText();
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
    <main className={styles.area} id="conversation" tabIndex={-1}>
      <div className={styles.side}>
        <div className={styles.head}>
          <ActionIcon variant="subtle" color="gray" size="lg" aria-label={back} onClick={() => go(placeOf(HOME))}>
            <IconChevronLeft size={20} />
          </ActionIcon>
          <h1>{title}</h1>
        </div>
        <nav aria-label={title}>
          {mine.map(({ name }) => (
            <Link key={name} ref={name === current.name ? door : null} href={`/${base}/${name}`} className={styles.door} aria-current={name === current.name ? "page" : undefined}>
              {names[name]}
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
