import type { ApiParameter, JsonSchema } from '#shared/openapi/schema.ts';
import { curlOf } from './curl.ts';
import type { Described } from './described.ts';
import { limitsOf, notation } from './notation.ts';
import styles from './openapi.module.css';

type Props = { described: Described; shapes: Record<string, JsonSchema>; open: boolean };

/** One operation: what it is for at a glance, and all of it once opened. */
export function OperationEntry({ described, shapes, open }: Props) {
  const { method, path, operation } = described;
  const { operationId, summary, parameters, requestBody, responses } = operation;
  const body = requestBody?.content['application/json']?.schema;
  const answer = responses[200]?.content?.['application/json']?.schema;
  return (
    <details id={operationId} className={styles.operation} open={open}>
      <summary>
        <h3>
          <span className={styles.method} data-method={method}>
            {method}
          </span>{' '}
          <code>{path}</code>
        </h3>
        <p>{summary}</p>
      </summary>
      <div className={styles.body}>
        <p>
          <Callers described={described} />
        </p>
        {parameters.length > 0 && <Parameters parameters={parameters} />}
        {body && <Shape title="Body" schema={body} />}
        {answer && <Shape title="Answer" schema={answer} />}
        <Codes codes={operation['x-problem-codes']} />
        <h4>From a command line</h4>
        <pre className={styles.code}>
          <code>{curlOf(described, window.location.origin, shapes)}</code>
        </pre>
      </div>
    </details>
  );
}

function Callers({ described: { method, operation, byToken } }: { described: Described }) {
  const { security, operationId } = operation;
  return (
    <>
      <code>{operationId}</code>:{' '}
      {security.length === 0
        ? 'anyone may call this.'
        : security.some((one) => one.cookie)
          ? 'for pages of this site, by the cookie that keeps a browser signed in.'
          : 'for whoever is signed in, with the user pool’s access token.'}
      {byToken && (
        <>
          {' '}
          With an API token for <b>{byToken.scope}</b>:{' '}
          <code>
            {method} {byToken.path}
          </code>
        </>
      )}
    </>
  );
}

function Parameters({ parameters }: { parameters: ApiParameter[] }) {
  return (
    <>
      <h4>Parameters</h4>
      <dl className={styles.parameters}>
        {parameters.map(({ name, in: place, required, schema, description }) => (
          <div key={place + name}>
            <dt>
              <code>{name}</code> <span>{place === 'path' ? 'in the address' : `in the ${place}`}</span>
              {!required && <span> optional</span>}
            </dt>
            <dd>
              <code>{notation(schema)}</code>
              {limitsOf(schema) && `, ${limitsOf(schema)}`}
              {description && <p>{description}</p>}
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}

/** A body or an answer, in the manner of TypeScript. */
function Shape({ title, schema }: { title: string; schema: JsonSchema }) {
  return (
    <>
      <h4>{title}</h4>
      <pre className={styles.code}>
        <code>{notation(schema)}</code>
      </pre>
    </>
  );
}

function Codes({ codes }: { codes: Record<string, string[]> }) {
  return (
    <>
      <h4>Refusals</h4>
      <dl className={styles.codes}>
        {Object.entries(codes).map(([status, some]) => (
          <div key={status}>
            <dt>{status}</dt>
            <dd>
              {some.map((code) => (
                <code key={code}>{code}</code>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}
