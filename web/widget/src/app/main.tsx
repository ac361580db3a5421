import { render } from "preact";
import type { App, Config, Host } from "../shared/contract";
import { adoptStyles } from "../shared/styles";
import { Chat } from "./chat/chat";
import cards from "./styles/cards.css?inline";
import composer from "./styles/composer.css?inline";
import log from "./styles/log.css?inline";
import panel from "./styles/panel.css?inline";
import { textsFor } from "./texts/texts";
import { Surround } from "./view/context";
import { Panel } from "./view/Panel";

/** The app behind the launcher: draws the panel into the loader's shadow root whenever something has changed. */
function start(host: Host): App {
  adoptStyles(host.root, panel + log + composer + cards);
  const place = document.createElement("div");
  host.root.prepend(place);
  const chat = new Chat(host);
  let open = false;
  let focusTurn = 0;
  let config: Config | null = host.config;
  let drawing = false;

  const draw = () => {
    drawing = false;
    const texts = textsFor(host.locale, config?.form ?? "tu");
    const surroundings = {
      actions: chat,
      view: chat.current(),
      texts,
      locale: host.locale,
      config,
      base: host.settings.base,
      trustHtml: host.trustHtml,
    };
    render(
      <Surround value={surroundings}>
        <Panel open={open} focusTurn={focusTurn} onClose={() => host.close()} />
      </Surround>,
      place,
    );
  };

  const drawSoon = () => {
    if (drawing) return;
    drawing = true;
    queueMicrotask(draw);
  };

  const completeConfig = async () => {
    config = host.config ?? (await host.reloadConfig());
    drawSoon();
  };

  chat.subscribe(() => {
    // The line is back: what could not be had at the start can be had now.
    if (!config && ["live", "polling"].includes(chat.current().link)) void completeConfig();
    drawSoon();
  });
  addEventListener("online", () => !config && void completeConfig());
  draw();
  chat.wakeUp();

  return {
    show(focus) {
      open = true;
      if (focus) focusTurn += 1;
      draw();
      chat.wakeUp();
      if (!config) void completeConfig();
    },
    hide() {
      open = false;
      draw();
    },
    identify: (identity) => chat.identify(identity),
    setLocale() {
      config = host.config;
      drawSoon();
    },
  };
}

window.RelevoApp = start;
