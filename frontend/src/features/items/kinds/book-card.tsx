import type { KindCard } from './kind-view.ts';

export const book: KindCard = {
  picture: 'cover',
  glyph: (
    <svg viewBox="0 0 24 24" aria-hidden="true">
      <path d="M12 6c-2.500-1.700-6-2-9-1.300v14c3-.7 6.500-.4 9 1.300 2.500-1.700 6-2 9-1.300v-14C18 4 14.500 4.300 12 6zm0 0v14" />
    </svg>
  ),
};
