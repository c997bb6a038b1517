import type { Level, Power } from '#shared/trust/schema.ts';

export const levelNames: Record<Level, string> = {
  new: 'New here',
  known: 'Known',
  proven: 'Proven',
  trusted: 'Trusted',
};

export const powerNames: Record<Power, string> = {
  comment: 'comment',
  flag: 'flag',
  propose: 'propose changes',
  judge: 'vote on proposals and on acts of moderation',
  edit: 'edit directly',
  block: 'block a proposal, with a reason',
  patrol: 'mark changes as looked at',
  decide: 'propose what changes the whole site',
};

export const maturityNames = {
  young: 'a young site',
  growing: 'a growing site',
  grown: 'a grown site',
} as const;

export const perCent = (part: number) => `${Math.round(100 * part)} %`;
