import { Link } from 'wouter';

/** The end of every page. Its style is the first listing's, where it stands before any script has come. */
export default function Footer({ className }: { className: string | undefined }) {
  return (
    <footer className={className}>
      <p>
        What people add here is theirs and everyone’s: each contribution carries a free licence, and nothing about the
        order is hidden.
      </p>
      <ul>
        <li>
          <Link href="/how-ranking-works">How ranking works</Link>
        </li>
        <li>
          <Link href="/map">Map</Link>
        </li>
        <li>
          <Link href="/tags">Tags</Link>
        </li>
        <li>
          <Link href="/lists">Lists</Link>
        </li>
        <li>
          <Link href="/together">Working together</Link>
        </li>
        <li>
          <Link href="/recent">Recent saves</Link>
        </li>
        <li>
          <Link href="/tools">Save from anywhere</Link>
        </li>
        <li>
          <Link href="/import">Bring your bookmarks, books and places</Link>
        </li>
        <li>
          <Link href="/take-away">Take it away</Link>
        </li>
        <li>
          <Link href="/api-docs">The API</Link>
        </li>
      </ul>
    </footer>
  );
}
