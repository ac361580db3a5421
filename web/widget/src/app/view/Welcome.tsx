import { useSurroundings } from "./context";
import { Memory } from "./Memory";
import { safeUrl } from "./rich-text";
import { Avatar, WhoLabel } from "./Who";

/** The first thing anybody reads: who answers here, that it is an AI, and that a person can be had. */
export function Welcome() {
  const { texts, config, view } = useSurroundings();
  const byAssistant = !config || !!config.assistant_name;
  const sender = { kind: byAssistant ? ("assistant" as const) : ("agent" as const), name: byAssistant ? (config?.assistant_name ?? null) : config.workspace };
  return (
    <div class="welcome">
      {config?.greeting && (
        <div class={`group ${sender.kind}`}>
          <Avatar sender={sender} />
          <WhoLabel sender={sender} />
          <div class="message">
            <div class="bubble" dir="auto">
              <span class="plain">{config.greeting}</span>
            </div>
          </div>
        </div>
      )}
      <div class="disclosure">
        {byAssistant ? texts.disclosure : texts.peopleOnly} <PrivacyLink /> {view.chat.messages.length > 0 && <Memory />}
      </div>
    </div>
  );
}

function PrivacyLink() {
  const { texts, config, base } = useSurroundings();
  const url = safeUrl(config?.privacy_url, `${base}/`);
  if (!url) return null;
  return (
    <a href={url} target="_blank" rel="noopener noreferrer">
      {texts.privacy}
      <span class="hidden"> ({texts.newTab})</span>
    </a>
  );
}
