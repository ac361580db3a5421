import { Button, Textarea } from "@mantine/core";
import { IconSparkles } from "@tabler/icons-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { keys } from "../api/keys";
import { getProposals, type Proposal, refuseProposal, releaseProposal } from "../api/proposals";
import type { Summary } from "../api/types";
import { composer } from "../composer/handle";
import { useText } from "../i18n/text";
import { explain } from "../settings/add-member";
import { sayFailed } from "../settings/parts";
import styles from "./proposal-card.module.css";
import { ReceiptList } from "./receipt-list";
import { Sources } from "./sources";

/** What the assistant would answer, where a person lets it go out or writes the answer from it. */
export function ProposalCard({ conversation }: { conversation: Summary }) {
  const isOpen = conversation.status === "open" && conversation.holder !== "assistant";
  const proposals = useQuery({ queryKey: keys.proposals(conversation.id), queryFn: () => getProposals(conversation.id), enabled: isOpen });
  const waiting = isOpen && proposals.data?.find(({ state }) => state === "waiting");
  return waiting ? <Card key={waiting.id} proposal={waiting} conversationId={conversation.id} /> : null;
}

function Card({ proposal, conversationId }: { proposal: Proposal; conversationId: string }) {
  const { t } = useText();
  const words = t.proposal;
  const queries = useQueryClient();
  const [written, setWritten] = useState<string | null>(null);
  const [clientId] = useState(() => crypto.randomUUID());
  const mayRelease = proposal.level === "approve";
  const after = {
    onError: (error: unknown) => sayFailed(explain(error) || words.failed),
    onSettled: () => void queries.invalidateQueries({ queryKey: keys.proposals(conversationId) }),
  };
  const text = written?.trim() ?? proposal.text;
  const releasing = useMutation({ mutationFn: () => releaseProposal(proposal.id, clientId, text === proposal.text ? undefined : text), ...after });
  const refusing = useMutation({ mutationFn: () => refuseProposal(proposal.id), ...after });
  return (
    <section className={styles.card} aria-label={words.title}>
      <div className={styles.head}>
        <IconSparkles size={15} aria-hidden />
        <strong>{words.title}</strong>
        <span className={styles.soft}>{mayRelease ? words.waits : words.suggests}</span>
      </div>
      {written === null ? (
        <p className={styles.text}>
          <bdi>{proposal.text}</bdi>
        </p>
      ) : (
        <Textarea autosize minRows={3} maxRows={12} maxLength={8000} aria-label={words.edit} data-autofocus value={written} onChange={(event) => setWritten(event.currentTarget.value)} />
      )}
      <div className={styles.below}>
        <Sources sources={proposal.sources} />
        {proposal.receipt && (
          <details className={styles.checked}>
            <summary>{words.checked(proposal.receipt.sentences.filter(({ verdict }) => verdict === "supported").length)}</summary>
            <ReceiptList receipt={proposal.receipt} />
          </details>
        )}
      </div>
      <div className={styles.acts}>
        {mayRelease ? (
          <>
            <Button size="xs" data-spot="release" loading={releasing.isPending} disabled={!text} onClick={() => releasing.mutate()}>
              {words.release} <kbd className={styles.key} aria-hidden>P</kbd>
            </Button>
            {written === null && (
              <Button size="xs" variant="default" onClick={() => setWritten(proposal.text)}>
                {words.edit}
              </Button>
            )}
          </>
        ) : (
          <Button size="xs" variant="light" data-spot="release" onClick={() => composer.current?.insert(proposal.text)}>
            {words.insert} <kbd className={styles.key} aria-hidden>P</kbd>
          </Button>
        )}
        <Button size="xs" variant="subtle" color="gray" loading={refusing.isPending} onClick={() => refusing.mutate()}>
          {words.refuse}
        </Button>
      </div>
    </section>
  );
}
