import { CloseButton, TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import type { View } from "../api/types";
import { useText } from "../i18n/text";
import { screen, useScreen } from "../shell/screen";
import styles from "./list-header.module.css";

export function ListHeader({ view, found }: { view: View; found: number | null }) {
  const { t } = useText();
  const search = useScreen((state) => state.search);
  const clear = () => screen.apply({ search: "" });
  return (
    <header className={styles.header}>
      <h1 className={styles.title}>{t.views[view]}</h1>
      <TextInput
        className={styles.search ?? ""} size="xs" type="search" data-spot="search" aria-label={t.list.search} placeholder={t.list.search}
        leftSection={<IconSearch size={15} aria-hidden />} value={search} onChange={(event) => screen.apply({ search: event.currentTarget.value })}
        onKeyDown={(event) => {
          if (event.key !== "Escape") return;
          if (search) clear();
          else event.currentTarget.blur();
        }}
        rightSection={search ? <CloseButton size="xs" aria-label={t.list.clear} onClick={clear} /> : null}
      />
      <p className={styles.found} role="status">
        {found !== null && t.list.found(found)}
      </p>
    </header>
  );
}
