import * as z from 'zod/mini';
import { operation } from '../operation.ts';

export const getApiDocument = operation({
  name: 'getApiDocument',
  method: 'GET',
  path: '/api/openapi.json',
  auth: 'public',
  freshness: 'fixed',
  summary: 'This API, described in OpenAPI 3.1.',
  output: z.looseObject({ openapi: z.string() }),
  errors: [],
});

export const openapiOperations = { getApiDocument };
