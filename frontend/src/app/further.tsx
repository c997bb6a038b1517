import { lazy } from 'react';
import { Route, Switch } from 'wouter';
import { listAt, savesPages } from '#shared/saves/addresses.ts';
import { decoded } from './decoded.ts';

const SubmitRoute = lazy(() => import('../routes/submit.tsx'));
const EditRoute = lazy(() => import('../routes/edit.tsx'));
const SignInRoute = lazy(() => import('../routes/sign-in.tsx'));
const SignUpRoute = lazy(() => import('../routes/sign-up.tsx'));
const ResetPasswordRoute = lazy(() => import('../routes/reset-password.tsx'));
const ChooseHandleRoute = lazy(() => import('../routes/choose-handle.tsx'));
const AccountRoute = lazy(() => import('../routes/account.tsx'));
const ImportRoute = lazy(() => import('../routes/import.tsx'));
const ExportRoute = lazy(() => import('../routes/export.tsx'));
const MyTagsRoute = lazy(() => import('../routes/my-tags.tsx'));
const HowRankingWorksRoute = lazy(() => import('../routes/how-ranking-works.tsx'));
const HomeRoute = lazy(() => import('../routes/home.tsx'));
const InboxRoute = lazy(() => import('../routes/inbox.tsx'));
const FollowingRoute = lazy(() => import('../routes/following.tsx'));
const TakeAwayRoute = lazy(() => import('../routes/take-away.tsx'));
const ApiDocsRoute = lazy(() => import('../routes/api-docs.tsx'));
const SaveRoute = lazy(() => import('../routes/save.tsx'));
const SavesRoute = lazy(() => import('../routes/saves.tsx'));
const ListsRoute = lazy(() => import('../routes/lists.tsx'));
const NewListRoute = lazy(() => import('../routes/new-list.tsx'));
const ListRoute = lazy(() => import('../routes/list.tsx'));
const YearRoute = lazy(() => import('../routes/year.tsx'));
const SaversRoute = lazy(() => import('../routes/savers.tsx'));
const PopularRoute = lazy(() => import('../routes/popular.tsx'));
const RecentRoute = lazy(() => import('../routes/recent.tsx'));
const TaggedRoute = lazy(() => import('../routes/tagged.tsx'));
const ToolsRoute = lazy(() => import('../routes/tools.tsx'));
const NotFoundRoute = lazy(() => import('../routes/not-found.tsx'));

/** Every page but listings and those most read from them. */
export default function Further() {
  return (
    <Switch>
      <Route path="/submit" component={SubmitRoute} />
      <Route path="/i/:itemId/edit">{({ itemId }) => <EditRoute key={itemId} itemId={itemId} />}</Route>
      <Route path="/sign-in" component={SignInRoute} />
      <Route path="/sign-up" component={SignUpRoute} />
      <Route path="/reset-password" component={ResetPasswordRoute} />
      <Route path="/choose-handle" component={ChooseHandleRoute} />
      <Route path="/account" component={AccountRoute} />
      <Route path="/import" component={ImportRoute} />
      <Route path="/export" component={ExportRoute} />
      <Route path="/my-tags" component={MyTagsRoute} />
      <Route path="/how-ranking-works" component={HowRankingWorksRoute} />
      <Route path="/home" component={HomeRoute} />
      <Route path="/inbox" component={InboxRoute} />
      <Route path="/following" component={FollowingRoute} />
      <Route path="/take-away" component={TakeAwayRoute} />
      <Route path="/api-docs" component={ApiDocsRoute} />
      <Route path="/lists" component={ListsRoute} />
      <Route path="/lists/new" component={NewListRoute} />
      <Route path="/l/:listId">{({ listId }) => <ListRoute key={listId} listId={listId} />}</Route>
      <Route path={/^\/@(?<handle>[^/]+)\/year\/(?<year>[^/]+)\/?$/}>
        {({ handle = '', year = '' }) => <YearRoute key={handle} handle={handle} year={year} />}
      </Route>
      <Route path="/save" component={SaveRoute} />
      <Route path="/tools" component={ToolsRoute} />
      <Route path="/recent" component={RecentRoute} />
      <Route path="/popular">
        <PopularRoute tag={undefined} />
      </Route>
      <Route path="/popular/:tag">{({ tag }) => <PopularRoute tag={decoded(tag)} />}</Route>
      <Route path="/tag/:tags">{({ tags }) => <TaggedRoute part={decoded(tags)} />}</Route>
      <Route path="/i/:itemId/savers">{({ itemId }) => <SaversRoute key={itemId} itemId={itemId} />}</Route>
      {/* Any other word under a handle is a tag: pages of people stand before this one. */}
      <Route path={savesPages}>{(parts) => <SavesAt {...parts} />}</Route>
      <Route component={NotFoundRoute} />
    </Switch>
  );
}

function SavesAt({ handle = '', ...rest }: Record<string, string | undefined>) {
  const list = listAt(Object.fromEntries(Object.entries(rest).map(([name, part]) => [name, part && decoded(part)])));
  return list ? <SavesRoute key={handle} handle={decoded(handle)} list={list} /> : <NotFoundRoute />;
}
