import { useId, useSyncExternalStore } from 'react';
import { say } from '../../ui/toasts.ts';
import styles from './bookmarklet.module.css';

const never = () => () => {};

/** What runs on the page that is to be saved: it opens ours with the address, title and selection of that one. */
function bookmarklet(origin: string): string {
  const to = JSON.stringify(`${origin}/save?via=bookmarklet&url=`);
  const part = (name: string, value: string) => `+'&${name}='+encodeURIComponent(${value})`;
  return `javascript:void(location.href=${to}+encodeURIComponent(location.href)${part('title', 'document.title')}${part('text', 'String(getSelection()).slice(0,1900)')})`;
}

/**
 * Makes a link of it that can be dragged. React lets no javascript: address through, as it should. This one is ours, and
 * made to be dragged, not followed: our own content policy would not run it.
 */
function dragged(link: HTMLAnchorElement, code: string) {
  const followed = (event: Event) => {
    event.preventDefault();
    say('Drag it to your bookmarks bar, then press it on the page you want to save.');
  };
  link.setAttribute('href', code);
  link.addEventListener('click', followed);
  return () => link.removeEventListener('click', followed);
}

/** A link to drag to the bookmarks, and the same as text for whoever cannot drag. */
export function Bookmarklet() {
  const id = useId();
  const code = useSyncExternalStore(
    never,
    () => bookmarklet(window.location.origin),
    () => '',
  );
  return (
    <>
      <p>
        Drag this to your bookmarks bar:{' '}
        <a href="/save" ref={(link) => (link && code ? dragged(link, code) : undefined)} className={styles.mark}>
          Save to Commonplace
        </a>
      </p>
      <p>
        Press it on any page: you come here with its address, its title and what you selected, and back after saving.
      </p>
      <details className={styles.byHand}>
        <summary>Without dragging</summary>
        <p>
          <label htmlFor={`${id}-code`}>Make a bookmark of any page, then replace its address by this:</label>
        </p>
        <textarea id={`${id}-code`} readOnly rows={4} value={code} onFocus={(event) => event.currentTarget.select()} />
      </details>
    </>
  );
}
