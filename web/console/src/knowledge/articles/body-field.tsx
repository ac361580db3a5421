import { ActionIcon, Loader, SegmentedControl, Textarea, Tooltip } from "@mantine/core";
import { IconBold, IconHeading, IconItalic, IconLink, IconList, IconListNumbers, IconTable } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { previewArticle } from "../../api/knowledge";
import { useKnowledgeWords } from "../use-words";
import { ArticleHtml } from "./article-html";
import styles from "./editor.module.css";
import { type Mark, marked } from "./marking";

const ICONS: [Mark, typeof IconBold][] = [
  ["bold", IconBold], ["italic", IconItalic], ["heading", IconHeading], ["list", IconList], ["steps", IconListNumbers], ["link", IconLink], ["table", IconTable],
];

interface Props {
  body: string;
  locale: string;
  mayWrite: boolean;
  error: string | null;
  onChange: (body: string) => void;
}

export function BodyField({ body, locale, mayWrite, error, onChange }: Props) {
  const words = useKnowledgeWords();
  const [view, setView] = useState<"write" | "preview">(mayWrite ? "write" : "preview");
  const field = useRef<HTMLTextAreaElement>(null);
  const apply = (mark: Mark) => {
    const area = field.current;
    if (!area) return;
    const next = marked(body, area.selectionStart, area.selectionEnd, mark);
    onChange(next.text);
    requestAnimationFrame(() => {
      area.focus();
      area.setSelectionRange(next.from, next.to);
    });
  };
  return (
    <div className={styles.body}>
      <div className={styles.marks}>
        {mayWrite && (
          <SegmentedControl
            size="xs" aria-label={words.editor.body} value={view} onChange={(next) => setView(next as "write")}
            data={[{ value: "write", label: words.editor.write }, { value: "preview", label: words.editor.preview }]}
          />
        )}
        {view === "write" && (
          <div role="toolbar" aria-label={words.editor.body} className={styles.toolbar}>
            {ICONS.map(([mark, Icon]) => (
              <Tooltip key={mark} label={words.editor[mark]}>
                <ActionIcon variant="subtle" color="gray" size="lg" aria-label={words.editor[mark]} onClick={() => apply(mark)}>
                  <Icon size={17} stroke={1.7} />
                </ActionIcon>
              </Tooltip>
            ))}
          </div>
        )}
      </div>
      {view === "write" ? (
        <Textarea
          ref={field} aria-label={words.editor.body} description={words.editor.hint} inputWrapperOrder={["input", "description", "error"]} autosize minRows={18} maxLength={200_000} error={error}
          lang={locale} classNames={{ input: styles.bodyField ?? "" }} value={body} onChange={(event) => onChange(event.currentTarget.value)}
        />
      ) : (
        <Preview body={body} locale={locale} />
      )}
    </div>
  );
}

function Preview({ body, locale }: { body: string; locale: string }) {
  const words = useKnowledgeWords();
  const preview = useQuery({ queryKey: ["preview", body], queryFn: () => previewArticle(body), enabled: !!body.trim(), gcTime: 0, retry: false });
  if (!body.trim()) return <p className={styles.nothing}>{words.editor.previewEmpty}</p>;
  if (preview.isError) return <p className={styles.nothing} role="alert">{words.editor.previewFailed}</p>;
  if (preview.isPending) return <Loader type="dots" role="status" aria-label={words.editor.preview} />;
  return <ArticleHtml html={preview.data} locale={locale} />;
}
