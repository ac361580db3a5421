import { lazy } from "react";
import { Area, type Section } from "../shell/area";
import { ArticlesSection } from "./articles/articles-section";
import { useKnowledgeWords } from "./use-words";

const SourcesSection = lazy(() => import("./sources/sources-section"));
const GapsSection = lazy(() => import("./gaps/gaps-section"));
const HelpCentreSection = lazy(() => import("./help-centre/help-centre-section"));
const SynonymsSection = lazy(() => import("./synonyms/synonyms-section"));

type Name = "articles" | "sources" | "gaps" | "help-centre" | "synonyms";

const sections: Section<Name>[] = [
  { name: "articles", roles: ["agent", "supervisor", "admin"], Page: ArticlesSection },
  { name: "sources", roles: ["supervisor", "admin"], Page: SourcesSection },
  { name: "gaps", roles: ["agent", "supervisor", "admin"], Page: GapsSection },
  { name: "help-centre", roles: ["admin"], Page: HelpCentreSection },
  { name: "synonyms", roles: ["supervisor", "admin"], Page: SynonymsSection },
];

export default function KnowledgeArea({ section, part }: { section: string | undefined; part: string | undefined }) {
  const words = useKnowledgeWords();
  return <Area base="knowledge" title={words.title} back={words.back} names={words.sections} sections={sections} section={section} part={part} />;
}
