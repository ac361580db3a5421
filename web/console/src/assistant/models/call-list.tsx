import { Button, Loader } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "wouter";
import { keys } from "../../api/keys";
import { getCalls, type ModelCall } from "../../api/models";
import { useText } from "../../i18n/text";
import { LoadFailed } from "../../settings/parts";
import { useAssistantWords } from "../use-words";
import { priced } from "./money";
import styles from "./models.module.css";

/** Every call of a model: which, for what, how long, what it cost. What was said in it is kept nowhere. */
export function CallList() {
  const { t } = useText();
  const { models: words } = useAssistantWords();
  const calls = useInfiniteQuery({
    queryKey: keys.modelCalls,
    queryFn: ({ pageParam }) => getCalls(pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });
  if (calls.isPending) return <Loader type="dots" role="status" aria-label={t.app.loading} />;
  if (calls.isError) return <LoadFailed onRetry={() => void calls.refetch()} />;
  const all = calls.data.pages.flatMap((page) => page.calls);
  if (all.length === 0) return <p className={styles.nothing}>{words.noCalls}</p>;
  return (
    <>
      <div className={styles.scroll} tabIndex={0} role="region" aria-label={words.tabs.calls}>
        <table className={styles.table}>
          <thead>
            <tr>
              {words.columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {all.map((call) => (
              <Row key={call.id} call={call} />
            ))}
          </tbody>
        </table>
      </div>
      {calls.hasNextPage && (
        <Button variant="default" size="xs" mt="sm" loading={calls.isFetchingNextPage} onClick={() => void calls.fetchNextPage()}>
          {words.more}
        </Button>
      )}
    </>
  );
}

function Row({ call }: { call: ModelCall }) {
  const { format, language } = useText();
  const { models: words } = useAssistantWords();
  return (
    <tr>
      <td>{call.conversation_id ? <Link href={`/all/${call.conversation_id}`}>{format.full(call.at)}</Link> : format.full(call.at)}</td>
      <td>
        <bdi>{call.reported ?? call.model}</bdi>
      </td>
      <td>
        {words.purpose[call.purpose]} <span className={styles.soft}>{call.prompt_revision.slice(0, 8)}</span>
      </td>
      <td data-outcome={call.outcome}>
        {words.outcome[call.outcome]}
        {call.error && `: ${words.error[call.error] ?? call.error}`}
      </td>
      <td className="figures">
        {format.number(call.tokens_in)} + {format.number(call.tokens_out)}
      </td>
      <td className="figures">{priced(call.cost, call.currency, language)}</td>
      <td className="figures">{call.latency_ms === null ? "–" : `${format.number(call.latency_ms)} ms`}</td>
    </tr>
  );
}
