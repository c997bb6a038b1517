import { Button } from '../../ui/button.tsx';
import { Failure } from '../../ui/notice.tsx';
import styles from './exports.module.css';
import { files } from './files.ts';
import { type Progress, useExport } from './use-export.ts';

/** The files there are of what is mine, each to be kept with one press. */
export function ExportList() {
  const { progress, start, goOn, cancel } = useExport();
  const loading = progress?.phase === 'loading';
  return (
    <ul className={styles.files}>
      {files.map(({ format, name, file, holds, leaves }) => {
        const own = progress?.format === format ? progress : undefined;
        return (
          <li key={format}>
            <h2>
              {name} <span className={styles.kind}>{file}</span>
            </h2>
            <p>{holds}</p>
            <p className={styles.leaves}>Not in it: {leaves.charAt(0).toLowerCase() + leaves.slice(1)}</p>
            <p className={styles.actions}>
              {own?.phase === 'stopped' ? (
                <Button onClick={goOn}>Go on</Button>
              ) : (
                <Button
                  look={format === 'commonplace' ? 'ink' : 'plain'}
                  busy={loading}
                  aria-label={`Download: ${name}`}
                  onClick={() => start(format)}
                >
                  Download
                </Button>
              )}
              {own && own.phase !== 'saved' && (
                <Button look="plain" onClick={cancel}>
                  Cancel
                </Button>
              )}
            </p>
            {own?.phase === 'loading' && <progress className={styles.bar} aria-label={`Reading: ${name}`} />}
            <p className={styles.state} role="status">
              {own && stateOf(own)}
            </p>
            {own?.failure !== undefined && <Failure error={own.failure} />}
          </li>
        );
      })}
    </ul>
  );
}

function stateOf({ phase, bytes }: Progress): string {
  const size = bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
  if (phase === 'saved') return `Your browser has the file: ${size}.`;
  if (phase === 'stopped') return `Stopped after ${size}. It goes on where it was.`;
  return bytes === 0 ? 'Reading what is yours…' : `${size} so far…`;
}
