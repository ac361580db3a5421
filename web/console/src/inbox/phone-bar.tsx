import { useEffect, useRef } from "react";
import { Link } from "wouter";
import type { View } from "../api/types";
import { useText } from "../i18n/text";
import { useMe } from "../live/use-desk";
import { AccountMenu } from "../shell/account-menu";
import { Mark } from "../shell/mark";
import { placeOf, VIEWS } from "../shell/places";
import { shown, useCounts } from "../shell/use-counts";
import styles from "./phone-bar.module.css";

/** At phone width the side bar becomes a bar on top: the workspace, the views as chips, the account. */
export function PhoneBar({ view, onSignOut }: { view: View; onSignOut: () => void }) {
  const { t } = useText();
  const me = useMe();
  const counts = useCounts();
  const current = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    // In some browsers it returns a promise, which an effect must not.
    void current.current?.scrollIntoView({ inline: "center", block: "nearest" });
  }, [view]);
  return (
    <div className={styles.bar}>
      <div className={styles.brand}>
        <Mark size={26} />
        <bdi>{me.workspace.name}</bdi>
        <AccountMenu onSignOut={onSignOut} isCompact />
      </div>
      <nav className={styles.views} aria-label={t.viewsLabel}>
        {VIEWS.map((one) => (
          <Link
            key={one} ref={one === view ? current : null} href={placeOf(one)} className={styles.view}
            aria-current={one === view ? "page" : undefined}
          >
            {t.views[one]}
            {!!counts?.[one] && <span className="figures">{shown(counts[one])}</span>}
          </Link>
        ))}
      </nav>
    </div>
  );
}
