export default function Settings({ section }: { section: string }) {
  return <main>{section}</main>;
}
