import { Link } from 'wouter';
import { messageOf } from '../../client/problem.ts';
import { Button } from '../../ui/button.tsx';
import { say } from '../../ui/toasts.ts';
import styles from './my-tags.module.css';
import { type Bundle, putBundle, removeBundle } from './my-tags.ts';

/** Bundles: names of my own over tags of mine. */
export function BundleList({ bundles, hrefOf }: { bundles: readonly Bundle[]; hrefOf: (tag: string) => string }) {
  const tried = async (change: Promise<void>) => {
    try {
      await change;
    } catch (error) {
      say(messageOf(error), { tone: 'refused' });
    }
  };
  return (
    <ul className={styles.bundles}>
      {bundles.map(({ name, tags }) => (
        <li key={name}>
          <h3>{name}</h3>
          {tags.length === 0 && <p>Nothing in it.</p>}
          <ul className={styles.within} aria-label={`Tags in ${name}`}>
            {tags.map((tag) => (
              <li key={tag}>
                <Link href={hrefOf(tag)}>{tag}</Link>
                <button
                  type="button"
                  aria-label={`Take ${tag} out of ${name}`}
                  onClick={() =>
                    void tried(
                      putBundle(
                        name,
                        tags.filter((other) => other !== tag),
                      ),
                    )
                  }
                >
                  ×
                </button>
              </li>
            ))}
          </ul>
          <p>
            <Button look="plain" aria-label={`Take ${name} apart`} onClick={() => void tried(removeBundle(name))}>
              Take apart
            </Button>
          </p>
        </li>
      ))}
    </ul>
  );
}
