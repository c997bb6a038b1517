import type { Kind } from '../kind.ts';
import { area } from './area.ts';
import { article } from './article.ts';
import { book } from './book.ts';
import { link } from './link.ts';
import { place } from './place.ts';

const registered = { book, place, area, link, article };

export type KindName = keyof typeof registered;
export const kindNames = Object.keys(registered) as [KindName, ...KindName[]];

/** Every kind by name. Fields are what that kind's own schema gave out. */
export const kinds = registered as unknown as Record<KindName, Kind>;

/** The kind that an address belongs to which no other kind knows. */
export const addressedKind = kindNames.find((name) => kinds[name].fromAddress) ?? kindNames[0];
