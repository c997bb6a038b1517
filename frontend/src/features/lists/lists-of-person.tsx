import { ListCards } from './list-cards.tsx';
import styles from './lists.module.css';
import { useListsBy } from './queries.ts';

/** The lists a person made, where there are any. The page is whole without: what fails here says nothing. */
export default function ListsOfPerson({ handle }: { handle: string }) {
  const { data } = useListsBy(handle);
  if (!data || data.entries.length === 0) return null;
  return (
    <section className={styles.mine} aria-labelledby="lists">
      <h2 id="lists">Lists</h2>
      <ListCards lists={data.entries} level={3} />
    </section>
  );
}
