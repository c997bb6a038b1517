import type { KindCard } from './kind-view.ts';

export const article: KindCard = {
  picture: 'cover',
  glyph: (
    <svg viewBox="0 0 24 24" aria-hidden="true">
      <path d="M6 3h9l4 4v14H6zM15 3v4h4M9 11h7M9 14h7M9 17h4" />
    </svg>
  ),
};
