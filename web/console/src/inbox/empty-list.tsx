import { IconSearchOff } from "@tabler/icons-react";
import type { View } from "../api/types";
import { useText } from "../i18n/text";
import { viewIcons } from "../shell/view-icons";
import styles from "./empty-list.module.css";

/** Says what is true: there is nothing here, and what would come here. */
export function EmptyList({ kind }: { kind: View | "search" }) {
  const { t } = useText();
  const [title, hint] = t.list.empty[kind] ?? ["", ""];
  const Icon = kind === "search" ? IconSearchOff : viewIcons[kind];
  return (
    <div className={styles.empty}>
      <span className={styles.icon}>
        <Icon size={22} stroke={1.5} aria-hidden />
      </span>
      <p className={styles.title}>{title}</p>
      <p className={styles.hint}>{hint}</p>
    </div>
  );
}
