import { Area, type Section } from "../shell/area";
import { ArticlesSection } from "./articles/articles-section";
import { useKnowledgeWords } from "./use-words";

type Name = "articles";

const sections: Section<Name>[] = [{ name: "articles", roles: ["agent", "supervisor", "admin"], Page: ArticlesSection }];

export default function KnowledgeArea({ section, part }: { section: string | undefined; part: string | undefined }) {
  const words = useKnowledgeWords();
  return <Area base="knowledge" title={words.title} back={words.back} names={words.sections} sections={sections} section={section} part={part} />;
}
