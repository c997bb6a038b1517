import type { ApiDocument } from '#shared/openapi/schema.ts';
import { call } from '../../client/call.ts';
import { useLoad } from '../../client/loads.ts';

/** The API as it describes itself. */
export const useApiDocument = () =>
  useLoad('api-document', async () => (await call('getApiDocument', {})) as unknown as ApiDocument);
