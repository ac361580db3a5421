import { Icon } from "./Icon";
import { useSurroundings } from "./context";
import { stateLine } from "./state-line";

export function Header({ onClose }: { onClose: () => void }) {
  const { actions, view, texts, config } = useSurroundings();
  const name = config?.workspace ?? "";
  return (
    <header class="header">
      <span class="crest" aria-hidden="true">
        {name ? [...name][0]?.toLocaleUpperCase() : <Icon name="person" />}
      </span>
      <div class="title">
        <h2>
          <bdi>{name || texts.panel("")}</bdi>
        </h2>
        <p role="status">
          <bdi>{stateLine(view, config, texts)}</bdi>
        </p>
      </div>
      <IconButton icon={view.sound ? "sound" : "muted"} label={view.sound ? texts.soundOff : texts.soundOn} onClick={() => actions.setSound(!view.sound)} />
      <IconButton icon="close" label={texts.close} onClick={onClose} />
    </header>
  );
}

function IconButton({ icon, label, onClick }: { icon: "sound" | "muted" | "close"; label: string; onClick: () => void }) {
  return (
    <button type="button" class="icon-button" aria-label={label} title={label} onClick={onClick}>
      <Icon name={icon} />
    </button>
  );
}
