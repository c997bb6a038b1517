import { attributionOf } from '#shared/items/licences.ts';

/** A licence, with whom it wants named where that is a source elsewhere. */
export function Licence({ name }: { name: string }) {
  const source = attributionOf(name);
  return (
    <>
      {name}
      {source && (
        <>
          {' · '}
          <a href={source.href} rel="license">
            {source.words}
          </a>
        </>
      )}
    </>
  );
}
