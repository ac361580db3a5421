import { Alert, Button, Group, TextInput } from "@mantine/core";
import { IconChevronLeft } from "@tabler/icons-react";
import { useState } from "react";
import { Link } from "wouter";
import type { Article } from "../../api/knowledge";
import { Confirm } from "../../settings/parts";
import { useKnowledgeWords } from "../use-words";
import styles from "./editor.module.css";
import { BodyField } from "./body-field";
import { Findings } from "./findings";
import { History } from "./history";
import { Properties } from "./properties";
import { Proposed } from "./proposed";
import { Remove } from "./remove";
import { StatusTag } from "./status-tag";
import { textOf } from "./text";
import { useGuard } from "./use-guard";
import { useSave } from "./use-save";

/** An article being written: its text, what is known of it, what is worth a look, and its history. `article` is null for a new one. */
export function ArticleEditor({ article, mayWrite }: { article: Article | null; mayWrite: boolean }) {
  const words = useKnowledgeWords();
  const [text, setText] = useState(() => textOf(article));
  const { save, isSaving, isChanged, conflict, overwrite, reload } = useSave(article, text, setText);
  const guard = useGuard(isChanged);
  const [missing, setMissing] = useState<"title" | "body" | null>(null);
  const submit = (publish: boolean) => {
    const lacks = !text.title.trim() ? "title" : publish && !text.body.trim() ? "body" : null;
    setMissing(lacks);
    if (!lacks) save(publish);
  };
  return (
    <div className={styles.editor}>
      <div className={styles.bar}>
        <Link href="/knowledge/articles" className={styles.back} onClick={guard.onLeave("/knowledge/articles")}>
          <IconChevronLeft size={16} aria-hidden />
          {words.editor.back}
        </Link>
        {article && <StatusTag status={article.status} />}
        {isChanged && <span className={styles.unsaved}>{words.editor.unsaved}</span>}
        {mayWrite && <Acts article={article} isChanged={isChanged} isSaving={isSaving} onSave={submit} />}
      </div>
      {conflict && (
        <Alert color="red" variant="light" role="alert" title={words.editor.conflictTitle} mb="sm">
          <p className={styles.plain}>{words.editor.conflictText}</p>
          <Group gap="xs">
            <Button size="xs" variant="default" onClick={reload}>
              {words.editor.theirs}
            </Button>
            <Button size="xs" color="red" variant="light" onClick={overwrite}>
              {words.editor.mine}
            </Button>
          </Group>
        </Alert>
      )}
      {article?.proposed && <Proposed article={article} number={article.proposed} mayWrite={mayWrite} onDone={reload} />}
      <div className={styles.columns}>
        <div>
          <TextInput
            classNames={{ input: styles.titleField ?? "" }} size="md" aria-label={words.editor.title} placeholder={words.editor.titlePlaceholder} maxLength={300} readOnly={!mayWrite}
            error={missing === "title" && words.editor.titleMissing} value={text.title} onChange={(event) => setText({ ...text, title: event.currentTarget.value })}
          />
          <BodyField body={text.body} locale={text.locale} mayWrite={mayWrite} error={missing === "body" ? words.editor.bodyMissing : null} onChange={(body) => setText({ ...text, body })} />
        </div>
        <aside className={styles.aside}>
          <Properties article={article} text={text} mayWrite={mayWrite} onChange={setText} />
          {article && <Findings findings={article.findings} />}
          {article && <History article={article} mayWrite={mayWrite} onRestored={reload} />}
          {article && mayWrite && <Remove article={article} />}
        </aside>
      </div>
      <Confirm isOpen={guard.isAsking} title={words.editor.leaveTitle} text={words.editor.leaveText} act={words.editor.leave} onAct={guard.leave} onClose={guard.stay} />
    </div>
  );
}

interface ActsProps {
  article: Article | null;
  isChanged: boolean;
  isSaving: boolean;
  onSave: (publish: boolean) => void;
}

/** What is published is saved live; everything else is saved as it stands, and published by a second button. */
function Acts({ article, isChanged, isSaving, onSave }: ActsProps) {
  const words = useKnowledgeWords();
  const isLive = article?.status === "published";
  return (
    <div className={styles.acts}>
      {!isLive && (
        <Button size="xs" variant="default" disabled={isSaving || (!isChanged && article !== null)} onClick={() => onSave(false)}>
          {article && article.status !== "draft" ? words.editor.save : words.editor.saveDraft}
        </Button>
      )}
      <Button size="xs" loading={isSaving} disabled={isLive && !isChanged} onClick={() => onSave(true)}>
        {isLive || (isChanged && article) ? words.editor.publishChanges : words.editor.publish}
      </Button>
    </div>
  );
}
