import { Modal } from "@mantine/core";
import { useText } from "../i18n/text";
import { VIEWS } from "../shell/places";
import { screen, useScreen } from "../shell/screen";
import { viewKeys } from "./commands";
import styles from "./help-dialog.module.css";
import { Keys } from "./keys";

export function HelpDialog() {
  const { t } = useText();
  const isOpen = useScreen((state) => state.dialog === "help");
  return (
    <Modal
      opened={isOpen} onClose={() => screen.apply({ dialog: null })} title={t.keys.title} size={680} closeButtonProps={{ "aria-label": t.app.close }}
    >
      <Tables />
    </Modal>
  );
}

function Tables() {
  const { t } = useText();
  const { keys: words } = t;
  const tables: [string, [string, string[]][]][] = [
    [words.groups.list, [[words.move, ["J", "K"]], [words.open, ["↵"]], [words.search, ["/"]]]],
    [
      words.groups.conversation,
      [
        [words.reply, ["R"]], [words.note, ["N"]], [words.assign, ["A"]], [words.resolve, ["E"]], [words.reopen, ["O"]], [words.snooze, ["S"]],
        [words.handBack, ["H"]], [words.contact, ["I"]], [words.correct, ["C"]], [t.proposal.send, ["P"]], [words.macros, ["/"]],
      ],
    ],
    [words.groups.go, VIEWS.map((view) => [t.views[view], [`g ${viewKeys[view]}`]])],
    [words.groups.general, [[words.palette, ["Ctrl K"]], [words.help, ["?"]], [words.leave, ["Esc"]]]],
  ];
  return (
    <div className={styles.tables}>
      {tables.map(([title, rows]) => (
        <section key={title} aria-label={title}>
          <h3>{title}</h3>
          <dl>
            {rows.map(([label, keys]) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>
                  {keys.map((key) => (
                    <Keys key={key} keys={key} />
                  ))}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  );
}
