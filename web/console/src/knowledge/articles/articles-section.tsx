import { useMe } from "../../live/use-desk";
import { ArticleEditor } from "./article-editor";
import { ArticleList } from "./article-list";
import { ArticlePage } from "./article-page";

export const NEW = "new";

/** All articles, or one of them. Agents read; supervisors and admins write. */
export function ArticlesSection({ part }: { part: string | undefined }) {
  const mayWrite = useMe().member.role !== "agent";
  if (part === NEW && mayWrite) return <ArticleEditor article={null} mayWrite />;
  if (part && part !== NEW) return <ArticlePage key={part} id={part} mayWrite={mayWrite} />;
  return <ArticleList mayWrite={mayWrite} />;
}
