import { type Handler, WrittenJson } from '#functions/http/handler.ts';

/** Writing it takes every schema of the contract: only who asks waits for that. In a bundle it is written already. */
export const getApiDocument: Handler<'getApiDocument'> = async () => {
  const { writtenDocument } = await import('#shared/openapi/document.ts');
  return new WrittenJson(writtenDocument());
};
