import type { ErrorCode } from '../app-error.ts';

/** JSON Schema 2020-12, as far as a contract needs it. */
export type JsonSchema = {
  $ref?: string;
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  default?: unknown;
  description?: string;
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  multipleOf?: number;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  additionalProperties?: boolean | JsonSchema;
  items?: JsonSchema;
  minItems?: number;
  maxItems?: number;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  allOf?: JsonSchema[];
};

export type ApiParameter = {
  name: string;
  in: 'path' | 'query' | 'header';
  required: boolean;
  description?: string;
  schema: JsonSchema;
};

type Content = Record<string, { schema: JsonSchema }>;
export type ApiResponse = { description: string; content?: Content; headers?: Record<string, { schema: JsonSchema }> };

export type ApiOperation = {
  operationId: string;
  tags: string[];
  summary: string;
  /** Who may call: nobody named is anyone. */
  security: Record<string, string[]>[];
  parameters: ApiParameter[];
  requestBody?: { required: true; description?: string; content: Content };
  responses: Record<string, ApiResponse>;
  /** The stable codes of every refusal, by status. */
  'x-problem-codes': Record<string, ErrorCode[]>;
};

/** The document served at /api/openapi.json. */
export type ApiDocument = {
  openapi: '3.1.1';
  info: { title: string; version: string; summary: string; description: string; license: object };
  servers: { url: string }[];
  tags: { name: string }[];
  paths: Record<string, Record<string, ApiOperation>>;
  components: { schemas: Record<string, JsonSchema>; securitySchemes: Record<string, object> };
};
