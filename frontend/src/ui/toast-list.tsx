import { useSyncExternalStore } from 'react';
import { Link } from 'wouter';
import styles from './toasts.module.css';
import { currentToasts, dismiss, onToasts, type Toast } from './toasts.ts';

const none: readonly Toast[] = [];

/** What was said and is not bound to a place on the page. */
export default function ToastList() {
  const shown = useSyncExternalStore(
    onToasts,
    currentToasts,
    // The rendered page says nothing: something may be said before this part of it comes alive.
    () => none,
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
