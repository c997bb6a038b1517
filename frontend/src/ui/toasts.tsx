import { useSyncExternalStore } from 'react';
import { Link } from 'wouter';
import styles from './toasts.module.css';

type Toast = { key: number; message: string; tone: 'told' | 'refused'; link?: { href: string; label: string } };
let toasts: readonly Toast[] = [];
let nextKey = 1;
const listeners = new Set<() => void>();

function replace(next: readonly Toast[]) {
  toasts = next;
  for (const listener of listeners) listener();
}

const dismiss = (key: number) => replace(toasts.filter((toast) => toast.key !== key));

/** Says something that is not bound to a place on the page. A refusal stays until it is dismissed. */
export function say(message: string, options: { tone?: Toast['tone']; link?: Toast['link'] } = {}): void {
  const toast: Toast = { key: nextKey++, message, tone: options.tone ?? 'told' };
  if (options.link) toast.link = options.link;
  replace([...toasts.filter((other) => other.message !== message).slice(-2), toast]);
  if (toast.tone === 'told') setTimeout(() => dismiss(toast.key), 9000);
}

export function Toasts() {
  const shown = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => toasts,
    () => toasts,
  );
  const list = (tone: Toast['tone']) =>
    shown
      .filter((toast) => toast.tone === tone)
      .map((toast) => (
        <div key={toast.key} className={styles.toast} data-tone={toast.tone}>
          <p>
            {toast.message}
            {toast.link && (
              <>
                {' '}
                <Link href={toast.link.href} onClick={() => dismiss(toast.key)}>
                  {toast.link.label}
                </Link>
              </>
            )}
          </p>
          <button type="button" onClick={() => dismiss(toast.key)} aria-label="Dismiss">
            ×
          </button>
        </div>
      ));
  return (
    <div className={styles.region}>
      <div role="status">{list('told')}</div>
      <div role="alert">{list('refused')}</div>
    </div>
  );
}
