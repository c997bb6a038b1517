import { AppError } from '#shared/app-error.ts';
import { kinds } from '#shared/items/kinds/registry.ts';
import { saveListName } from '#shared/saves/rules.ts';

type Asked = { kind?: keyof typeof kinds; shelf?: string; own?: string; tag?: string };

/** The name of the list that was asked for. @throws no_such_list */
export function listNamed({ kind, shelf, own, tag }: Asked): string {
  const known = kind === undefined || shelf === undefined || kinds[kind].shelves.some(({ key }) => key === shelf);
  const name = known ? saveListName({ kind, shelf, own, tag }) : undefined;
  if (name === undefined) {
    throw new AppError('no_such_list', 'Ask for a kind, a kind and one of its shelves, an own shelf, or a tag');
  }
  return name;
}
