import type { ArticleStatus } from "../../api/knowledge";
import { useKnowledgeWords } from "../use-words";
import styles from "./articles.module.css";

export function StatusTag({ status }: { status: ArticleStatus }) {
  const words = useKnowledgeWords();
  return (
    <span className={styles.status} data-status={status}>
      {words.status[status]}
    </span>
  );
}
