import type { ComponentProps } from 'react';
import styles from './wide-table.module.css';

type Props = Omit<ComponentProps<'table'>, 'frame'> & { caption: string; frame?: string | undefined };

/** A table that may be wider than the page: it is moved sideways within its frame, by the keyboard as well. */
export function WideTable({ caption, frame = '', children, ...table }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard too
    <section className={`${styles.frame} ${frame}`} aria-label={caption} tabIndex={0}>
      <table {...table}>
        <caption className="visually-hidden">{caption}</caption>
        {children}
      </table>
    </section>
  );
}
