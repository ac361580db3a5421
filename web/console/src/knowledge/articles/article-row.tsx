import { IconAlertTriangle } from "@tabler/icons-react";
import { Link } from "wouter";
import type { ArticleSummary } from "../../api/knowledge";
import { useText } from "../../i18n/text";
import { useNow } from "../../format/now";
import { useKnowledgeWords } from "../use-words";
import styles from "./articles.module.css";
import { StatusTag } from "./status-tag";
import { validityOf } from "./validity";

export function ArticleRow({ article }: { article: ArticleSummary }) {
  const { format } = useText();
  const words = useKnowledgeWords();
  const now = useNow(60_000);
  const validity = validityOf(article, now);
  const who = article.updated_by?.name || article.source?.title;
  const facts = [
    format.language(article.locale),
    article.category,
    article.audience === "members" ? words.articles.internal : "",
    validity.state === "scheduled" ? words.articles.scheduled(format.date(validity.at)) : validity.state === "ending" ? words.articles.until(format.date(validity.at)) : "",
    who ? words.articles.by(who, format.brief(article.updated_at, now)) : format.brief(article.updated_at, now),
  ];
  return (
    <li className={styles.row}>
      <Link href={`/knowledge/articles/${article.id}`} className={styles.door}>
        <bdi className={styles.title}>{article.title}</bdi>
        <span className={styles.facts}>{facts.filter(Boolean).join(" · ")}</span>
      </Link>
      {article.findings > 0 && (
        <span className={styles.findings}>
          <IconAlertTriangle size={14} aria-hidden />
          {words.articles.findings(article.findings)}
        </span>
      )}
      {validity.state === "over" && <span className={styles.over}>{words.articles.expired}</span>}
      <StatusTag status={article.status} />
    </li>
  );
}
