/**
 * A name in lower case without marks and punctuation, so that "Café Zürich" and "cafe zurich" are one.
 * A name of signs alone stays as it is, or all of those would be one.
 */
export const plainName = (name: string) =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '') || name;
