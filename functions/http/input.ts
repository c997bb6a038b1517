import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { AppError, type FieldProblem } from '#shared/app-error.ts';
import type { Operation } from '#shared/operation.ts';
import { isNestedDeeper } from '#shared/text.ts';

const defaultMaxBody = 128 * 1024;
/** The table keeps 32 levels, and what calls itself for each comes to an end of its stack. */
const deepestBody = 20;
const decoder = new TextDecoder('utf-8', { fatal: true });

/**
 * Reads and validates an event by an operation's contract.
 * @throws invalid_input, invalid_json, body_too_large, unsupported_media_type
 */
export function readInput(operation: Operation, event: APIGatewayProxyEventV2) {
  const problems: FieldProblem[] = [];
  const check = (part: 'params' | 'query' | 'body', value: unknown) => {
    const schema = operation[part];
    if (!schema) return undefined;
    const result = schema.safeParse(value);
    if (result.success) return result.data;
    problems.push(...fieldProblems(result.error.issues, part));
    return undefined;
  };
  const params = check('params', event.pathParameters ?? {});
  const query = check('query', event.queryStringParameters ?? {});
  const body = operation.body ? check('body', readBody(event, operation.maxBody ?? defaultMaxBody)) : undefined;
  const idempotencyKey = operation.idempotencyKey ? readIdempotencyKey(event, problems) : undefined;
  if (problems.length > 0) throw invalidInput(problems);
  return { params, query, body, idempotencyKey };
}

type Issue = { path: readonly PropertyKey[]; message: string };

/** What a schema refused, as a problem document names it: the first twenty, each of bounded length. */
export function fieldProblems(issues: readonly Issue[], ...within: string[]): FieldProblem[] {
  return issues.slice(0, 20).map(({ path, message }) => ({
    path: [...within, ...path].map(String).join('.').slice(0, 200),
    message: message.slice(0, 200),
  }));
}

/** The refusal of an input for these fields. */
export function invalidInput(problems: FieldProblem[]): AppError {
  const detail = problems.map(({ path, message }) => `${path}: ${message}`).join('; ');
  return new AppError('invalid_input', detail, problems);
}

function readBody(event: APIGatewayProxyEventV2, maxBody: number): unknown {
  const type = event.headers['content-type'] ?? '';
  if (event.body !== undefined && !/^application\/json\s*(;|$)/i.test(type))
    throw new AppError('unsupported_media_type');
  const raw = event.body ?? '';
  const bytes = event.isBase64Encoded ? Buffer.from(raw, 'base64') : Buffer.from(raw, 'utf8');
  if (bytes.length > maxBody) throw new AppError('body_too_large', `The body has more than ${maxBody} bytes`);
  let body: unknown;
  try {
    body = JSON.parse(decoder.decode(bytes));
  } catch {
    throw new AppError('invalid_json');
  }
  if (isNestedDeeper(body, deepestBody)) throw invalidInput([{ path: 'body', message: 'is nested too deeply' }]);
  return body;
}

function readIdempotencyKey(event: APIGatewayProxyEventV2, problems: FieldProblem[]): string | undefined {
  const key = event.headers['idempotency-key'];
  if (key !== undefined && !/^[\x21-\x7e]{1,100}$/.test(key)) {
    problems.push({ path: 'headers.idempotency-key', message: 'is not 1 to 100 visible ASCII characters' });
  }
  return key;
}
