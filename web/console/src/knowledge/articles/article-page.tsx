import { useQuery } from "@tanstack/react-query";
import { Refused } from "../../api/client";
import { keys } from "../../api/keys";
import { getArticle } from "../../api/knowledge";
import { Fetched } from "../../settings/parts";
import { useKnowledgeWords } from "../use-words";
import { ArticleEditor } from "./article-editor";
import styles from "./articles.module.css";

export function ArticlePage({ id, mayWrite }: { id: string; mayWrite: boolean }) {
  const words = useKnowledgeWords();
  const article = useQuery({ queryKey: keys.article(id), queryFn: () => getArticle(id), refetchOnWindowFocus: false });
  if (article.error instanceof Refused && article.error.status === 404) {
    return (
      <p className={styles.nothing} role="alert">
        {words.editor.gone}
      </p>
    );
  }
  return <Fetched query={article}>{(found) => <ArticleEditor article={found} mayWrite={mayWrite} />}</Fetched>;
}
