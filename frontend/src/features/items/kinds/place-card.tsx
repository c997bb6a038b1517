import type { KindCard } from './kind-view.ts';

export const place: KindCard = {
  picture: 'view',
  glyph: (
    <svg viewBox="0 0 24 24" aria-hidden="true">
      <path d="M12 21c4.500-5 6.500-8.400 6.500-11.300A6.500 6.500 0 0 0 5.500 9.700C5.500 12.600 7.500 16 12 21z" />
      <circle cx="12" cy="9.700" r="2.300" />
    </svg>
  ),
};
