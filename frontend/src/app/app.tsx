import { lazy, Suspense } from 'react';
import { Link, Route, Switch } from 'wouter';
import { ListingRoute } from '../routes/listing.tsx';
import { Loading } from '../ui/skeleton.tsx';
import { Toasts } from '../ui/toasts.tsx';
import styles from './app.module.css';
import { Boundary } from './boundary.tsx';
import { decoded } from './decoded.ts';
import { Masthead } from './masthead.tsx';

const ItemRoute = lazy(() => import('../routes/item.tsx'));
const ReviewRoute = lazy(() => import('../routes/review.tsx'));
const PersonRoute = lazy(() => import('../routes/person.tsx'));
const TagsRoute = lazy(() => import('../routes/tags.tsx'));
// Which other pages there are is no part of the first listing.
const Further = lazy(() => import('./further.tsx'));

export function App() {
  return (
    <>
      <a className={styles.skip} href="#main">
        Skip to the content
      </a>
      <Masthead />
      <main id="main" tabIndex={-1} className={styles.main}>
        <Boundary>
          <Suspense fallback={<Loading what="the page" />}>
            <Switch>
              <Route path="/">
                <ListingRoute />
              </Route>
              <Route path="/k/:kind">{({ kind }) => <ListingRoute kind={kind} />}</Route>
              <Route path="/t/:tag">{({ tag }) => <ListingRoute tag={decoded(tag)} />}</Route>
              <Route path="/k/:kind/t/:tag">{({ kind, tag }) => <ListingRoute kind={kind} tag={decoded(tag)} />}</Route>
              <Route path="/tags" component={TagsRoute} />
              <Route path="/i/:itemId">{({ itemId }) => <ItemRoute key={itemId} itemId={itemId} />}</Route>
              <Route path="/r/:reviewId">{({ reviewId }) => <ReviewRoute key={reviewId} reviewId={reviewId} />}</Route>
              <Route path={/^\/@(?<handle>[^/]+)\/?$/}>
                {({ handle = '' }) => <PersonRoute key={handle} handle={handle} />}
              </Route>
              <Route component={Further} />
            </Switch>
          </Suspense>
        </Boundary>
      </main>
      <footer className={styles.footer}>
        <p>
          What people add here is theirs and everyone’s: each contribution carries a free licence, and nothing about the
          order is hidden.
        </p>
        <ul>
          <li>
            <Link href="/how-ranking-works">How ranking works</Link>
          </li>
          <li>
            <Link href="/tags">Tags</Link>
          </li>
          <li>
            <Link href="/lists">Lists</Link>
          </li>
          <li>
            <Link href="/recent">Recent saves</Link>
          </li>
          <li>
            <Link href="/tools">Save from anywhere</Link>
          </li>
          <li>
            <Link href="/import">Bring your bookmarks and books</Link>
          </li>
          <li>
            <Link href="/take-away">Take it away</Link>
          </li>
          <li>
            <Link href="/api-docs">The API</Link>
          </li>
        </ul>
      </footer>
      <Toasts />
    </>
  );
}
