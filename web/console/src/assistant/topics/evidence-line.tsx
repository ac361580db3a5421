import type { Evidence } from "../../api/assistant";
import { useText } from "../../i18n/text";
import { useAssistantWords } from "../use-words";

/** What the company's own conversations show, in one line. */
export function EvidenceLine({ evidence }: { evidence: Evidence }) {
  const { format } = useText();
  const { topics: words } = useAssistantWords();
  const { answers, sample, agreement, lower_bound, unsupported, repeat_contacts } = evidence;
  if (answers + sample === 0) return words.noEvidence;
  const facts = [
    words.answers(answers),
    sample > 0 ? words.compared(sample) : "",
    agreement !== null && lower_bound !== null ? words.agreement(format.percent(agreement), format.percent(lower_bound)) : "",
    unsupported ? words.unsupported(unsupported) : words.noneUnsupported,
    repeat_contacts ? words.repeats(repeat_contacts) : "",
  ];
  return facts.filter(Boolean).join(" · ");
}
