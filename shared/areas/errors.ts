export const areaErrors = {
  not_an_area: { status: 404, title: 'That item is no area' },
} as const;
