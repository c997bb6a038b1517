import { randomUUID } from 'node:crypto';
import { AwsJson1_0Protocol } from '@aws-sdk/core/protocols';
import type {
  EndpointBearer,
  HandlerExecutionContext,
  HttpRequest,
  HttpResponse,
  MetadataBearer,
  OperationSchema,
  SerdeFunctions,
} from '@smithy/types';

type Context = HandlerExecutionContext & SerdeFunctions;

/**
 * DynamoDB's protocol as plain JSON: written and read as it stands, where the SDK walks through the schema of every
 * operation. The two differ in binary attributes, which the table refuses so, and in dates, which no row holds.
 * What the table refuses is read by the SDK.
 */
export class PlainJson extends AwsJson1_0Protocol {
  override async serializeRequest<Input extends object>(
    { name }: OperationSchema,
    input: Input,
    { endpoint }: Context & EndpointBearer,
  ): Promise<HttpRequest> {
    const { protocol, hostname, port, path } = await endpoint();
    // Named once, so that a transaction that is tried again is not done again.
    const named = name === 'TransactWriteItems' ? { ClientRequestToken: randomUUID(), ...input } : input;
    const body = JSON.stringify(named);
    const headers = {
      host: port ? `${hostname}:${port}` : hostname,
      'content-type': this.getDefaultContentType(),
      'content-length': String(Buffer.byteLength(body)),
      'x-amz-target': `${this.serviceTarget}.${name}`,
    };
    return { method: 'POST', protocol, hostname, port, path, query: {}, headers, body };
  }

  override async deserializeResponse<Output extends MetadataBearer>(
    operation: OperationSchema,
    context: Context,
    response: HttpResponse,
  ): Promise<Output> {
    if (this.isErrorResponse(response.statusCode)) return super.deserializeResponse(operation, context, response);
    const output = JSON.parse(response.body.toString()) as Output;
    output.$metadata = this.deserializeMetadata(response);
    return output;
  }
}
