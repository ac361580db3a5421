import { lazy } from "react";
import { Area, type Section } from "../shell/area";
import { InboxSection } from "./inbox-section";
import { KeysSection } from "./keys-section";
import { MacrosSection } from "./macros-section";
import { MembersSection } from "./members-section";
import { useWords } from "./use-words";
import { WorkspaceSection } from "./workspace-section";

const IntentsSection = lazy(() => import("./intents/intents-section"));

type Name = "workspace" | "members" | "keys" | "macros" | "intents" | "inbox";

const sections: Section<Name>[] = [
  { name: "workspace", roles: ["admin"], Page: WorkspaceSection },
  { name: "members", roles: ["agent", "supervisor", "admin"], Page: MembersSection },
  { name: "macros", roles: ["agent", "supervisor", "admin"], Page: MacrosSection },
  { name: "intents", roles: ["agent", "supervisor", "admin"], Page: IntentsSection },
  { name: "inbox", roles: ["admin"], Page: InboxSection },
  { name: "keys", roles: ["admin"], Page: KeysSection },
];

export default function Settings({ section, part }: { section: string; part: string | undefined }) {
  const words = useWords();
  return <Area base="settings" title={words.title} back={words.back} names={words.sections} sections={sections} section={section} part={part} />;
}
