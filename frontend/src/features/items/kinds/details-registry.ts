import type { KindName } from '#shared/items/kinds/registry.ts';
import { area } from './area-details.tsx';
import { article } from './article-details.tsx';
import { book } from './book-details.tsx';
import type { KindDetails } from './kind-view.ts';
import { link } from './link-details.tsx';
import { place } from './place-details.tsx';

export const kindDetails: Record<KindName, KindDetails> = { book, place, area, link, article };
