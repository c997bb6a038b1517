import type { KindCard } from './kind-view.ts';

export const area: KindCard = {
  picture: 'view',
  glyph: (
    <svg viewBox="0 0 24 24" aria-hidden="true">
      <path d="M4 7l5-2 6 2 5-2v12l-5 2-6-2-5 2zM9 5v12M15 7v12" />
    </svg>
  ),
};
