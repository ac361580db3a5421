import { useState } from "preact/hooks";
import { useSurroundings } from "./context";

type Phase = "asking" | "sending" | "failed" | "unchosen";

/** Only after the server has asked for it. */
export function Rating() {
  const { view, texts, actions } = useSurroundings();
  const { toRate, conversation } = view.chat;
  const [thanked, setThanked] = useState<string | null>(null);
  if (toRate) return <RatingForm key={toRate} onDone={() => setThanked(toRate)} rate={(score, comment) => actions.rate(score, comment)} />;
  if (!thanked || view.outbox.length || conversation?.id !== thanked || conversation.status !== "resolved") return null;
  return (
    <p class="thanks" role="status">
      {texts.rateThanks}
    </p>
  );
}

function RatingForm({ rate, onDone }: { rate: (score: number, comment: string) => Promise<void>; onDone: () => void }) {
  const { texts } = useSurroundings();
  const [score, setScore] = useState(0);
  const [comment, setComment] = useState("");
  const [phase, setPhase] = useState<Phase>("asking");
  const submit = (event: Event) => {
    event.preventDefault();
    if (!score) return setPhase("unchosen");
    setPhase("sending");
    rate(score, comment).then(onDone, () => setPhase("failed"));
  };
  return (
    <form class="rating" onSubmit={submit} noValidate>
      <fieldset>
        <legend>{texts.rateQuestion}</legend>
        <div class="scores">
          {texts.scores.map((label, index) => (
            <Score key={index} value={index + 1} label={label} chosen={score === index + 1} onChoose={setScore} />
          ))}
        </div>
      </fieldset>
      {score > 0 && (
        <label class="comment">
          {texts.comment}
          <textarea rows={2} maxLength={1000} placeholder={texts.commentHint} value={comment} onInput={(event) => setComment(event.currentTarget.value)} />
        </label>
      )}
      <p class="problem" role="alert">
        {phase === "failed" ? texts.rateFailed : phase === "unchosen" && !score ? texts.rateChoose : ""}
      </p>
      <button type="submit" class="main" aria-disabled={phase === "sending"}>
        {texts.rateSend}
      </button>
    </form>
  );
}

function Score({ value, label, chosen, onChoose }: { value: number; label: string; chosen: boolean; onChoose: (value: number) => void }) {
  return (
    <label class="score">
      <input type="radio" name="score" value={value} checked={chosen} onChange={() => onChoose(value)} />
      <Face value={value} />
      <span>{label}</span>
    </label>
  );
}

/** The mouth bends from frown to smile with the score. */
function Face({ value }: { value: number }) {
  const corners = 15 - (value - 3) * 0.5;
  const middle = 15 + (value - 3) * 2.5;
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true">
      <circle cx="12" cy="12" r="9.5" />
      <path d={`M9 9.2v.4M15 9.2v.4M8 ${corners}Q12 ${middle} 16 ${corners}`} />
    </svg>
  );
}
