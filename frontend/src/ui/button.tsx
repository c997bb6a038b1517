import type { ButtonHTMLAttributes } from 'react';
import { Link, type LinkProps } from 'wouter';
import styles from './button.module.css';

type Look = 'ink' | 'plain' | 'danger';
type Props = ButtonHTMLAttributes<HTMLButtonElement> & { look?: Look; busy?: boolean };

/** A busy button keeps its place, its words and the focus; it only takes no second press. */
export function Button({
  look = 'ink',
  busy = false,
  type = 'button',
  onClick,
  children,
  className: _,
  ...rest
}: Props) {
  return (
    <button
      {...rest}
      type={type}
      className={styles.button}
      data-look={look}
      aria-disabled={busy || rest['aria-disabled']}
      aria-busy={busy}
      onClick={(event) => {
        if (busy) event.preventDefault();
        else onClick?.(event);
      }}
    >
      {children}
    </button>
  );
}

export function ButtonLink({
  look = 'ink',
  href,
  children,
}: {
  look?: Look;
  href: string;
  children: LinkProps['children'];
}) {
  return (
    <Link href={href} className={styles.button} data-look={look}>
      {children}
    </Link>
  );
}
