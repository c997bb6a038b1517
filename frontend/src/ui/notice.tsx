import type { ReactNode } from 'react';
import { NetworkError, ProblemError, readDetail } from '../client/problem.ts';
import { Button } from './button.tsx';
import styles from './notice.module.css';

/** A note set into the page: nothing here yet, or something refused. */
export function Notice({
  title,
  children,
  tone = 'plain',
}: {
  title: string;
  children?: ReactNode;
  tone?: 'plain' | 'refused';
}) {
  return (
    <div className={styles.notice} data-tone={tone} role={tone === 'refused' ? 'alert' : undefined}>
      <p className={styles.title}>{title}</p>
      {children}
    </div>
  );
}

function Detail({ detail }: { detail: string | undefined }) {
  const { text, href } = readDetail(detail);
  if (!text) return null;
  return (
    <p>
      {text} {href && <a href={href}>More about it</a>}
    </p>
  );
}

/** A load that failed: what happened, and a way to try again where that may help. */
export function Failure({ error, retry }: { error: unknown; retry?: () => void }) {
  const refused = error instanceof ProblemError;
  const errors = refused ? error.errors : [];
  if (errors.length > 0 && errors.every(({ path }) => path.startsWith('params.')))
    return <Notice title="There is no such address: a part of it is mistyped, or cut off" tone="refused" />;
  const title = refused
    ? error.title
    : error instanceof NetworkError
      ? 'No answer from the server'
      : 'Something went wrong';
  return (
    <Notice title={title} tone="refused">
      {refused ? (
        errors.length === 0 && <Detail detail={error.detail} />
      ) : (
        <p>{error instanceof Error ? error.message : 'Try again.'}</p>
      )}
      {errors.length > 0 && (
        <ul>
          {errors.map(({ path, message }) => (
            <li key={path + message}>
              {path.replace(/^(query|params|body)\./, '')}: {message}
            </li>
          ))}
        </ul>
      )}
      {retry && (!refused || error.status >= 500) && (
        <p>
          <Button look="plain" onClick={retry}>
            Try again
          </Button>
        </p>
      )}
    </Notice>
  );
}

type List = {
  data: { next: string | null } | undefined;
  error: unknown;
  loading: boolean;
  more: () => void;
  reload: () => void;
};

/** The end of a list: what did not come, and the way to the rest. */
export function More({ list: { data, error, loading, more, reload } }: { list: List }) {
  return (
    <>
      {error !== undefined && <Failure error={error} retry={data ? more : reload} />}
      {data?.next && (
        <p>
          <Button look="plain" busy={loading} onClick={more}>
            More
          </Button>
        </p>
      )}
    </>
  );
}
