import type { Availability } from "../api/types";
import styles from "./dot.module.css";

/** Availability by shape as well as by colour. The words stand beside it. */
export function Dot({ availability, isFree = false }: { availability: Availability; isFree?: boolean }) {
  return <span className={styles.dot} data-is={availability} data-free={isFree || undefined} aria-hidden />;
}
