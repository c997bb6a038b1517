import { lazy, Suspense } from 'react';
import { Route, Switch } from 'wouter';
import { never } from '../client/never.ts';
import { ListingRoute } from '../routes/listing.tsx';
import { Loading } from '../ui/skeleton.tsx';
import styles from './app.module.css';
import { Boundary } from './boundary.tsx';
import { decoded } from './decoded.ts';
import { Masthead } from './masthead.tsx';
import { OwnPage } from './own-page.tsx';

const ItemRoute = lazy(() => import('../routes/item.tsx'));
const ReviewRoute = lazy(() => import('../routes/review.tsx'));
const PersonRoute = lazy(() => import('../routes/person.tsx'));
const TagsRoute = lazy(() => import('../routes/tags.tsx'));
const Footer = lazy(() => import('./footer.tsx').catch(never));
const ToastList = lazy(() => import('../ui/toast-list.tsx').catch(never));
// Which other pages there are is no part of the first listing.
const Further = lazy(() => import('./further.tsx'));

export function App() {
  return (
    <OwnPage>
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
      <Suspense>
        <Footer className={styles.footer} />
      </Suspense>
      <Suspense>
        <ToastList />
      </Suspense>
    </OwnPage>
  );
}
