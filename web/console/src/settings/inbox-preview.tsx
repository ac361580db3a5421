import { Button, CopyButton } from "@mantine/core";
import { IconMessageCircle } from "@tabler/icons-react";
import type { CSSProperties } from "react";
import { useText } from "../i18n/text";
import { type Look, linesOf, readsWhiteOn } from "./inbox-look";
import preview from "./inbox-preview.module.css";
import styles from "./settings.module.css";
import { useWords } from "./use-words";

/** Colour, side and words as the visitor will meet them; a drawing, not the widget itself. */
export function Preview({ look }: { look: Look }) {
  const { language } = useText();
  const { inbox: words } = useWords();
  const colors = { "--chosen-color": look.color, "--on-color": readsWhiteOn(look.color) ? "#fff" : "#111" } as CSSProperties;
  const greeting = look.greeting[language] || look.greeting.es || look.greeting.en;
  return (
    <section aria-label={words.preview}>
      <span className={styles.soft}>{words.preview}</span>
      <div className={preview.stage} data-side={look.position} data-scheme={look.scheme} style={colors}>
        <div className={preview.window}>
          <div className={preview.head}>
            <bdi>{look.assistantName || look.name}</bdi>
          </div>
          <div className={preview.talk}>
            {greeting && <bdi className={preview.greeting}>{greeting}</bdi>}
            {linesOf(look.starters[language]).slice(0, 3).map((line) => (
              <bdi key={line} className={preview.starter}>
                {line}
              </bdi>
            ))}
          </div>
          <div className={preview.write}>{words.write}</div>
        </div>
        <span className={preview.launcher}>
          <IconMessageCircle size={22} aria-hidden />
        </span>
      </div>
    </section>
  );
}

export function Snippet({ widgetKey }: { widgetKey: string }) {
  const { t } = useText();
  const { inbox: words } = useWords();
  const code = `<script async src="${location.origin}/widget/v1.js" data-key="${widgetKey}"></script>`;
  return (
    <section aria-label={words.snippet}>
      <span className={styles.name}>{words.snippet}</span>
      <p className={styles.soft}>{words.snippetHint}</p>
      <pre className={styles.code}>{code}</pre>
      <CopyButton value={code}>
        {({ copied, copy }) => (
          <Button size="xs" variant="default" mt={8} onClick={copy}>
            {copied ? t.app.copied : t.app.copy}
          </Button>
        )}
      </CopyButton>
    </section>
  );
}
