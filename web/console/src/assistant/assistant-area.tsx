import { Area, type Section } from "../shell/area";
import { useAssistantWords } from "./use-words";

type Name = never;

const sections: Section<Name>[] = [];

export default function AssistantArea({ section, part }: { section: string | undefined; part: string | undefined }) {
  const words = useAssistantWords();
  return <Area base="assistant" title={words.title} back={words.back} names={words.sections} sections={sections} section={section} part={part} />;
}
