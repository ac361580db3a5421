import type { Beat } from "./mood";
import styles from "./reading.module.css";

const STEP = 9;
const HEIGHT = 18;
const LEVELS = 4;

/** The course of the mood as a line that sinks as it gets worse. The words beside it say the same. */
export function Trend({ beats }: { beats: Beat[] }) {
  if (beats.length < 2 || beats.every(({ weight }) => weight === beats[0]?.weight)) return null;
  const points = beats.map(({ weight }, index) => [3 + index * STEP, 3 + (weight / LEVELS) * (HEIGHT - 6)] as const);
  const last = points.at(-1) ?? [0, 0];
  const width = 6 + (beats.length - 1) * STEP;
  return (
    <svg className={styles.trend} width={width} height={HEIGHT} viewBox={`0 0 ${width} ${HEIGHT}`} aria-hidden data-heavy={(beats.at(-1)?.weight ?? 0) > 2 || undefined}>
      <polyline points={points.map((point) => point.join(",")).join(" ")} fill="none" strokeWidth={1.5} strokeLinejoin="round" strokeLinecap="round" />
      <circle cx={last[0]} cy={last[1]} r={2.5} />
    </svg>
  );
}
