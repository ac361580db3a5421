import { Area, type Section } from "../shell/area";
import { useKnowledgeWords } from "./use-words";

type Name = never;

const sections: Section<Name>[] = [];

export default function KnowledgeArea({ section, part }: { section: string | undefined; part: string | undefined }) {
  const words = useKnowledgeWords();
  return <Area base="knowledge" title={words.title} back={words.back} names={words.sections} sections={sections} section={section} part={part} />;
}
