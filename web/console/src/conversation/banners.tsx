import { IconEye, IconPencil } from "@tabler/icons-react";
import type { Named, Summary } from "../api/types";
import { useText } from "../i18n/text";
import { useBoard, useMe } from "../live/use-desk";
import styles from "./banners.module.css";

const none: Named[] = [];

/** Warns before two people do the same work: who else looks, and who is answering. */
export function Banners({ conversation: { id } }: { conversation: Summary }) {
  const { t } = useText();
  const me = useMe();
  const viewing = useBoard((board) => board.viewing[id] ?? none).filter((member) => member.id !== me.member.id);
  const typing = useBoard((board) => board.typing[id])?.find((typer) => typer.kind === "agent" && typer.id !== me.member.id);
  return (
    <div role="status" className={styles.place}>
      {typing ? (
        <p className={styles.banner} data-urgent>
          <IconPencil size={15} aria-hidden />
          <bdi>{t.conversation.replying(typing.name)}</bdi>
        </p>
      ) : (
        viewing.length > 0 && (
          <p className={styles.banner}>
            <IconEye size={15} aria-hidden />
            <bdi>{t.conversation.viewing(viewing.map(({ name }) => name))}</bdi>
          </p>
        )
      )}
    </div>
  );
}
