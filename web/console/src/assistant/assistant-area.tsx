import { lazy } from "react";
import { Area, type Section } from "../shell/area";
import { RecallsSection } from "./recalls/recalls-section";
import { TopicsSection } from "./topics/topics-section";
import { useAssistantWords } from "./use-words";

const ModelsSection = lazy(() => import("./models/models-section"));

type Name = "topics" | "recalls" | "models";

const sections: Section<Name>[] = [
  { name: "topics", roles: ["agent", "supervisor", "admin"], Page: TopicsSection },
  { name: "recalls", roles: ["agent", "supervisor", "admin"], Page: RecallsSection },
  { name: "models", roles: ["admin"], Page: ModelsSection },
];

export default function AssistantArea({ section, part }: { section: string | undefined; part: string | undefined }) {
  const words = useAssistantWords();
  return <Area base="assistant" title={words.title} back={words.back} names={words.sections} sections={sections} section={section} part={part} />;
}
