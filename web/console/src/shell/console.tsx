import { Loader } from "@mantine/core";
import { lazy, Suspense } from "react";
import { Redirect, Route, Switch } from "wouter";
import { InboxScreen } from "../inbox/inbox-screen";
import { useLink } from "../live/use-desk";
import { useText } from "../i18n/text";
import styles from "./console.module.css";
import { LinkBanner } from "./link-banner";
import { HOME, isView } from "./places";
import { Sidebar } from "./sidebar";

const KnowledgeArea = lazy(() => import("../knowledge/knowledge-area"));
const AssistantArea = lazy(() => import("../assistant/assistant-area"));
const Settings = lazy(() => import("../settings/settings"));
const PasswordDialog = lazy(() => import("./password-dialog"));
const Keyboard = lazy(() => import("../keyboard/keyboard"));

export function Console({ onSignOut }: { onSignOut: () => void }) {
  const link = useLink();
  return (
    <div className={styles.frame} data-link={link}>
      <SkipLink />
      <LinkBanner />
      <div className={styles.body}>
        <Sidebar onSignOut={onSignOut} />
        <Switch>
          <Route path="/settings/:section?/:part?">
            {({ section, part }) => (
              <Suspense fallback={<Waiting />}>
                <Settings section={section ?? "members"} part={part} />
              </Suspense>
            )}
          </Route>
          <Route path="/knowledge/:section?/:part?">
            {({ section, part }) => (
              <Suspense fallback={<Waiting />}>
                <KnowledgeArea section={section} part={part} />
              </Suspense>
            )}
          </Route>
          <Route path="/assistant/:section?/:part?">
            {({ section, part }) => (
              <Suspense fallback={<Waiting />}>
                <AssistantArea section={section} part={part} />
              </Suspense>
            )}
          </Route>
          <Route path="/:view/:id?">
            {({ view, id }) => (isView(view) ? <InboxScreen view={view} id={id} onSignOut={onSignOut} /> : <Redirect to={`/${HOME}`} replace />)}
          </Route>
          <Route>
            <Redirect to={`/${HOME}`} replace />
          </Route>
        </Switch>
      </div>
      <Suspense>
        <Keyboard onSignOut={onSignOut} />
        <PasswordDialog />
      </Suspense>
    </div>
  );
}

function SkipLink() {
  const { t } = useText();
  return (
    <a className="skip" href="#conversation">
      {t.app.skip}
    </a>
  );
}

function Waiting() {
  const { t } = useText();
  return <Loader type="dots" m="auto" role="status" aria-label={t.app.loading} />;
}
