import { Area, type Section } from "../shell/area";
import { RecallsSection } from "./recalls/recalls-section";
import { TopicsSection } from "./topics/topics-section";
import { useAssistantWords } from "./use-words";

type Name = "topics" | "recalls";

const sections: Section<Name>[] = [
  { name: "topics", roles: ["agent", "supervisor", "admin"], Page: TopicsSection },
  { name: "recalls", roles: ["agent", "supervisor", "admin"], Page: RecallsSection },
];

export default function AssistantArea({ section, part }: { section: string | undefined; part: string | undefined }) {
  const words = useAssistantWords();
  return <Area base="assistant" title={words.title} back={words.back} names={words.sections} sections={sections} section={section} part={part} />;
}
