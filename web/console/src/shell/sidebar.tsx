import { Tooltip, UnstyledButton } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useEffect } from "react";
import { Link, useRoute } from "wouter";
import type { View } from "../api/types";
import { useText } from "../i18n/text";
import { useMe } from "../live/use-desk";
import { AccountMenu } from "./account-menu";
import { type AreaName, AREAS, areaIcons } from "./areas";
import { Mark } from "./mark";
import { placeOf, VIEWS } from "./places";
import { openPalette } from "../keyboard/palette-door";
import styles from "./sidebar.module.css";
import { shown, useCounts } from "./use-counts";
import { viewIcons } from "./view-icons";

export function Sidebar({ onSignOut }: { onSignOut: () => void }) {
  const { t } = useText();
  const me = useMe();
  const counts = useCounts();
  const [, route] = useRoute("/:view/*?");
  useTitle(counts?.waiting ?? 0, me.workspace.name);
  return (
    <nav className={styles.bar} aria-label={t.viewsLabel}>
      <div className={styles.brand}>
        <Mark size={28} />
        <bdi className={styles.wide}>{me.workspace.name}</bdi>
      </div>
      <UnstyledButton className={styles.search} onClick={openPalette} title={t.palette.open}>
        <IconSearch size={16} aria-hidden />
        <span className={styles.name}>{t.keys.search}</span>
        <kbd className={`${styles.wide} ${styles.kbd}`} aria-hidden>Ctrl K</kbd>
      </UnstyledButton>
      <ul className={styles.views}>
        {VIEWS.map((view) => (
          <li key={view}>
            <ViewLink view={view} isCurrent={route?.view === view} count={counts?.[view] ?? null} />
          </li>
        ))}
      </ul>
      <ul className={styles.areas}>
        {AREAS.map((area) => (
          <li key={area}>
            <AreaLink area={area} isCurrent={route?.view === area} />
          </li>
        ))}
      </ul>
      <AccountMenu onSignOut={onSignOut} />
    </nav>
  );
}

function ViewLink({ view, isCurrent, count }: { view: View; isCurrent: boolean; count: number | null }) {
  const { t } = useText();
  const Icon = viewIcons[view];
  return (
    <Tooltip label={t.views[view]} position="right" classNames={{ tooltip: styles.tip ?? "" }}>
      <Link href={placeOf(view)} className={styles.view} aria-current={isCurrent ? "page" : undefined}>
        <Icon size={18} stroke={1.7} aria-hidden />
        <span className={styles.name}>{t.views[view]}</span>
        {!!count && (
          <span className={styles.count} data-urgent={view === "waiting" || undefined}>
            {shown(count)}
          </span>
        )}
      </Link>
    </Tooltip>
  );
}

function AreaLink({ area, isCurrent }: { area: AreaName; isCurrent: boolean }) {
  const { t } = useText();
  const Icon = areaIcons[area];
  return (
    <Tooltip label={t.areas[area]} position="right" classNames={{ tooltip: styles.tip ?? "" }}>
      <Link href={`/${area}`} className={styles.view} aria-current={isCurrent ? "page" : undefined}>
        <Icon size={18} stroke={1.7} aria-hidden />
        <span className={styles.name}>{t.areas[area]}</span>
      </Link>
    </Tooltip>
  );
}

function useTitle(waiting: number, workspace: string): void {
  useEffect(() => {
    document.title = `${waiting ? `(${shown(waiting)}) ` : ""}${workspace} · Relevo`;
  }, [waiting, workspace]);
}
