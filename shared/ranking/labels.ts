import type { Order, WindowName } from './schema.ts';

export const orderLabels: Record<Order, string> = {
  hot: 'Hot',
  top: 'Top',
  new: 'New',
  rising: 'Rising',
  best: 'Best',
  controversial: 'Controversial',
  reviewed: 'Most reviewed',
  saved: 'Most saved',
};

export const windowLabels: Record<WindowName, string> = {
  day: 'today',
  week: 'this week',
  month: 'this month',
  year: 'this year',
  all: 'any time',
};
