import { Button, NumberInput, TextInput } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { keys } from "../../api/keys";
import { asWritten, type Budget, getModels, type Models, putModels } from "../../api/models";
import { useText } from "../../i18n/text";
import { explain } from "../../settings/add-member";
import { Fetched, sayFailed, saySaved } from "../../settings/parts";
import { useAssistantWords } from "../use-words";
import { priced } from "./money";
import styles from "./models.module.css";

const PERIODS = ["conversation", "day", "month"] as const;

export function BudgetForm() {
  const models = useQuery({ queryKey: keys.models, queryFn: getModels });
  return <Fetched query={models}>{(found) => <Form found={found} />}</Fetched>;
}

function Form({ found }: { found: Models }) {
  const { t, language, format } = useText();
  const { models: words, failed, saved } = useAssistantWords();
  const queries = useQueryClient();
  const { spent, ...limits } = found.budget;
  const [written, setWritten] = useState<Budget>(limits);
  const set = (name: string, value: string | number) => setWritten({ ...written, [name]: value === "" ? null : Number(value) });
  const saving = useMutation({
    mutationFn: () => putModels(found.models.map(asWritten), written),
    onSuccess: (kept) => {
      queries.setQueryData(keys.models, kept);
      saySaved(saved);
    },
    onError: (error) => sayFailed(explain(error) || failed),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    saving.mutate();
  };
  return (
    <form onSubmit={submit} className={styles.form}>
      <p className={styles.soft}>{words.budgetLead}</p>
      <p className={styles.spent} role="status">
        {words.spent(priced(spent.day.cost, limits.currency, language), format.number(spent.day.tokens), priced(spent.month.cost, limits.currency, language), format.number(spent.month.tokens))}
      </p>
      <TextInput label={words.currency} maxLength={3} w={120} value={written.currency} onChange={(event) => setWritten({ ...written, currency: event.currentTarget.value.toUpperCase() })} />
      {PERIODS.map((period) => (
        <div key={period} className={styles.pair}>
          <NumberInput label={words.money[period]} placeholder={words.unlimited} min={0} decimalScale={4} value={written[`per_${period}`] ?? ""} onChange={(value) => set(`per_${period}`, value)} />
          <NumberInput
            label={words.tokens[period]} placeholder={words.unlimited} min={0} allowDecimal={false} thousandSeparator={language === "es" ? "." : ","} decimalSeparator={language === "es" ? "," : "."}
            value={written[`tokens_per_${period}`] ?? ""} onChange={(value) => set(`tokens_per_${period}`, value)}
          />
        </div>
      ))}
      <div>
        <Button type="submit" loading={saving.isPending}>
          {t.app.save}
        </Button>
      </div>
    </form>
  );
}
