import styles from './skeleton.module.css';

/** 1 to `count`, for that many stand-ins. */
export function standIns(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}

/** A stand-in line of text; `width` in characters. */
export function Bone({ width, tall = false }: { width: 8 | 16 | 28 | 40; tall?: boolean }) {
  return <span className={styles.bone} data-width={width} data-tall={tall} aria-hidden="true" />;
}

export function Loading({ what }: { what: string }) {
  return (
    <p className="visually-hidden" role="status">
      Loading {what}…
    </p>
  );
}
