import type { KindName } from '#shared/items/kinds/registry.ts';
import { area } from './area-card.tsx';
import { article } from './article-card.tsx';
import { book } from './book-card.tsx';
import type { KindCard } from './kind-view.ts';
import { link } from './link-card.tsx';
import { place } from './place-card.tsx';

export const kindCards: Record<KindName, KindCard> = { book, place, area, link, article };
