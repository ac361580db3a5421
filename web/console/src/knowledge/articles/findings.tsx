import { Link } from "wouter";
import type { Finding } from "../../api/knowledge";
import { useKnowledgeWords } from "../use-words";
import styles from "./editor.module.css";

/** What somebody should look at: it is like another article, contradicts one, holds personal data … */
export function Findings({ findings }: { findings: Finding[] }) {
  const words = useKnowledgeWords();
  return (
    <section className={styles.part} aria-label={words.editor.findings}>
      <h2>{words.editor.findings}</h2>
      {findings.length === 0 && <p className={styles.soft}>{words.editor.noFindings}</p>}
      <ul className={styles.found}>
        {findings.map((finding, index) => (
          <li key={index} data-kind={finding.kind}>
            <strong>{words.finding[finding.kind]}</strong>
            <p>{finding.detail}</p>
            {finding.quote && <Quote text={finding.quote} />}
            {finding.article && (
              <Link href={`/knowledge/articles/${finding.article.id}`} className={styles.link}>
                <bdi>{finding.article.title}</bdi>
              </Link>
            )}
            {finding.other_quote && <Quote text={finding.other_quote} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Quote({ text }: { text: string }) {
  return (
    <blockquote>
      <bdi>{text}</bdi>
    </blockquote>
  );
}
