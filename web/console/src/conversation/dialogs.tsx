import { useConversation } from "../live/use-desk";
import { screen, useScreen } from "../shell/screen";
import { AssignDialog } from "./assign-dialog";
import { ConflictDialog } from "./conflict-dialog";
import { SnoozeDialog } from "./snooze-dialog";

export default function Dialogs({ id }: { id: string }) {
  const dialog = useScreen((state) => state.dialog);
  const conversation = useConversation(id);
  if (!conversation) return null;
  const close = () => screen.apply({ dialog: null });
  return (
    <>
      <SnoozeDialog conversation={conversation} isOpen={dialog === "snooze"} onClose={close} />
      <AssignDialog conversation={conversation} isOpen={dialog === "assign"} onClose={close} />
      <ConflictDialog conversation={conversation} />
    </>
  );
}
