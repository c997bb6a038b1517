import { lazy, Suspense } from 'react';
import { Link, Route, Switch } from 'wouter';
import { ListingRoute } from '../routes/listing.tsx';
import { Loading } from '../ui/skeleton.tsx';
import { Toasts } from '../ui/toasts.tsx';
import styles from './app.module.css';
import { Boundary } from './boundary.tsx';
import { Masthead } from './masthead.tsx';

const ItemRoute = lazy(() => import('../routes/item.tsx'));
const ReviewRoute = lazy(() => import('../routes/review.tsx'));
const PersonRoute = lazy(() => import('../routes/person.tsx'));
const TagsRoute = lazy(() => import('../routes/tags.tsx'));
const SubmitRoute = lazy(() => import('../routes/submit.tsx'));
const EditRoute = lazy(() => import('../routes/edit.tsx'));
const SignInRoute = lazy(() => import('../routes/sign-in.tsx'));
const SignUpRoute = lazy(() => import('../routes/sign-up.tsx'));
const ResetPasswordRoute = lazy(() => import('../routes/reset-password.tsx'));
const ChooseHandleRoute = lazy(() => import('../routes/choose-handle.tsx'));
const AccountRoute = lazy(() => import('../routes/account.tsx'));
const ImportRoute = lazy(() => import('../routes/import.tsx'));
const HowRankingWorksRoute = lazy(() => import('../routes/how-ranking-works.tsx'));
const TakeAwayRoute = lazy(() => import('../routes/take-away.tsx'));
const NotFoundRoute = lazy(() => import('../routes/not-found.tsx'));

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
              <Route path="/i/:itemId/edit">{({ itemId }) => <EditRoute key={itemId} itemId={itemId} />}</Route>
              <Route path="/r/:reviewId">{({ reviewId }) => <ReviewRoute key={reviewId} reviewId={reviewId} />}</Route>
              <Route path={/^\/@(?<handle>[^/]+)\/?$/}>
                {({ handle = '' }) => <PersonRoute key={handle} handle={handle} />}
              </Route>
              <Route path="/submit" component={SubmitRoute} />
              <Route path="/sign-in" component={SignInRoute} />
              <Route path="/sign-up" component={SignUpRoute} />
              <Route path="/reset-password" component={ResetPasswordRoute} />
              <Route path="/choose-handle" component={ChooseHandleRoute} />
              <Route path="/account" component={AccountRoute} />
              <Route path="/import" component={ImportRoute} />
              <Route path="/how-ranking-works" component={HowRankingWorksRoute} />
              <Route path="/take-away" component={TakeAwayRoute} />
              <Route component={NotFoundRoute} />
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
            <Link href="/import">Bring your books from Goodreads</Link>
          </li>
          <li>
            <Link href="/take-away">Take it away</Link>
          </li>
        </ul>
      </footer>
      <Toasts />
    </>
  );
}

// The router leaves what separates parts of an address (%23 for #) encoded.
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
