import { useSyncExternalStore } from 'react';

const storageKey = 'commonplace.theme';
const system = import.meta.env.SSR ? undefined : window.matchMedia('(prefers-color-scheme: dark)');
const listeners = new Set<() => void>();
const changed = () => {
  for (const listener of listeners) listener();
};
system?.addEventListener('change', changed);

const isSystemDark = () => system?.matches ?? false;
function isDark(): boolean {
  const { theme } = document.documentElement.dataset;
  return theme ? theme === 'dark' : isSystemDark();
}

/** Switches between light and dark; choosing what the system says anyway forgets the choice. */
export default function ThemeToggle({ className }: { className?: string | undefined }) {
  const dark = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    isDark,
    () => false,
  );
  const toggle = () => {
    const next = dark ? 'light' : 'dark';
    const kept = (next === 'dark') === isSystemDark() ? undefined : next;
    if (kept) document.documentElement.dataset.theme = kept;
    else delete document.documentElement.dataset.theme;
    changed();
    try {
      if (kept) localStorage.setItem(storageKey, kept);
      else localStorage.removeItem(storageKey);
    } catch {
      // Storage refused: the choice lasts as long as this page.
    }
  };
  const name = dark ? 'Light scheme' : 'Dark scheme';
  return (
    <button type="button" className={className} onClick={toggle} aria-label={name} title={name}>
      <svg
        viewBox="0 0 24 24"
        width="20"
        height="20"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        aria-hidden="true"
      >
        {dark ? (
          <>
            <circle cx="12" cy="12" r="4.500" />
            <path d="M12 2v3M12 19v3M2 12h3M19 12h3M5 5l2 2M17 17l2 2M5 19l2-2M17 7l2-2" />
          </>
        ) : (
          <path d="M20 14.500A8.500 8.500 0 1 1 9.500 4a6.500 6.500 0 0 0 10.500 10.500z" />
        )}
      </svg>
    </button>
  );
}
