import { IconCloudOff } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { useText } from "../i18n/text";
import { useLink } from "../live/use-desk";
import styles from "./link-banner.module.css";

const PATIENCE_MS = 1500;

/** Says so when the line is down for longer than a blink. */
export function LinkBanner() {
  const { t } = useText();
  const isOpen = useLink() === "open";
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    if (isOpen) return setLong(false);
    const timer = window.setTimeout(() => setLong(true), PATIENCE_MS);
    return () => window.clearTimeout(timer);
  }, [isOpen]);
  return (
    <div role="status" className={styles.place}>
      {isLong && !isOpen && (
        <div className={styles.banner}>
          <IconCloudOff size={16} aria-hidden />
          {t.live.offline}
        </div>
      )}
    </div>
  );
}
