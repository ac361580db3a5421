import "@mantine/dates/styles.css";
import "dayjs/locale/es";
import { Button, Stack } from "@mantine/core";
import { DateTimePicker } from "@mantine/dates";
import { useState } from "react";
import { useText } from "../i18n/text";

/** Loaded only when somebody wants a moment of their own. */
export default function MomentPicker({ onPick }: { onPick: (until: Date) => void }) {
  const { t, language } = useText();
  const [value, setValue] = useState<string | null>(null);
  const moment = value ? new Date(value.replace(" ", "T")) : null;
  const isPast = moment !== null && moment.getTime() <= Date.now();
  return (
    <Stack gap="sm" px={12} pb={4}>
      <DateTimePicker
        label={t.snooze.pick} value={value} onChange={setValue} locale={language} firstDayOfWeek={1}
        valueFormat={language === "es" ? "D [de] MMMM, HH:mm" : "D MMMM, HH:mm"} minDate={new Date()} error={isPast ? t.snooze.past : undefined}
        weekendDays={[]} dropdownType="popover" popoverProps={{ withinPortal: true }} submitButtonProps={{ "aria-label": t.app.save }}
      />
      <Button disabled={!moment || isPast} onClick={() => moment && onPick(moment)}>
        {t.actions.snooze}
      </Button>
    </Stack>
  );
}
