import { lazy } from 'react';
import { Route, Switch } from 'wouter';
import { listAt, savesPages } from '#shared/saves/addresses.ts';
import { decoded } from './decoded.ts';

const SearchRoute = lazy(() => import('../routes/search.tsx'));
const SubmitRoute = lazy(() => import('../routes/submit.tsx'));
const EditRoute = lazy(() => import('../routes/edit.tsx'));
const SignInRoute = lazy(() => import('../routes/sign-in.tsx'));
const SignUpRoute = lazy(() => import('../routes/sign-up.tsx'));
const ResetPasswordRoute = lazy(() => import('../routes/reset-password.tsx'));
const ChooseHandleRoute = lazy(() => import('../routes/choose-handle.tsx'));
const AccountRoute = lazy(() => import('../routes/account.tsx'));
const ImportRoute = lazy(() => import('../routes/import.tsx'));
const ExportRoute = lazy(() => import('../routes/export.tsx'));
const OwnedRoute = lazy(() => import('../routes/owned.tsx'));
const MyTagsRoute = lazy(() => import('../routes/my-tags.tsx'));
const HowRankingWorksRoute = lazy(() => import('../routes/how-ranking-works.tsx'));
const HomeRoute = lazy(() => import('../routes/home.tsx'));
const InboxRoute = lazy(() => import('../routes/inbox.tsx'));
const NotificationsRoute = lazy(() => import('../routes/notifications.tsx'));
const WatchingRoute = lazy(() => import('../routes/watching.tsx'));
const RecentChangesRoute = lazy(() => import('../routes/recent-changes.tsx'));
const UnsubscribeRoute = lazy(() => import('../routes/unsubscribe.tsx'));
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
const ModerationRoute = lazy(() => import('../routes/moderation.tsx'));
const ActRoute = lazy(() => import('../routes/act.tsx'));
const HowTrustWorksRoute = lazy(() => import('../routes/how-trust-works.tsx'));
const PersonTrustRoute = lazy(() => import('../routes/person-trust.tsx'));
const TogetherRoute = lazy(() => import('../routes/together.tsx'));
const ToolsRoute = lazy(() => import('../routes/tools.tsx'));
const HistoryRoute = lazy(() => import('../routes/history.tsx'));
const RevisionRoute = lazy(() => import('../routes/revision.tsx'));
const ChangesRoute = lazy(() => import('../routes/changes.tsx'));
const AuthorsRoute = lazy(() => import('../routes/authors.tsx'));
const BacklinksRoute = lazy(() => import('../routes/backlinks.tsx'));
const FindRoute = lazy(() => import('../routes/find.tsx'));
const WorkRoute = lazy(() => import('../routes/work.tsx'));
const ItemWorkRoute = lazy(() => import('../routes/item-work.tsx'));
const PersonWorkRoute = lazy(() => import('../routes/person-work.tsx'));
const OddsRoute = lazy(() => import('../routes/odds.tsx'));
const TalkRoute = lazy(() => import('../routes/talk.tsx'));
const CommentRoute = lazy(() => import('../routes/comment.tsx'));
const ItemThreadRoute = lazy(() => import('../routes/item-thread.tsx'));
const QuestionRoute = lazy(() => import('../routes/question.tsx'));
const PersonCommentsRoute = lazy(() => import('../routes/person-comments.tsx'));
const ProposalsRoute = lazy(() => import('../routes/proposals.tsx'));
const ProposalRoute = lazy(() => import('../routes/proposal.tsx'));
const NewProposalRoute = lazy(() => import('../routes/new-proposal.tsx'));
const ItemProposalsRoute = lazy(() => import('../routes/item-proposals.tsx'));
const PersonProposalsRoute = lazy(() => import('../routes/person-proposals.tsx'));
const MapRoute = lazy(() => import('../routes/map.tsx'));
const CompareRoute = lazy(() => import('../routes/compare.tsx'));
const ClaimRoute = lazy(() => import('../routes/claim.tsx'));
const NotFoundRoute = lazy(() => import('../routes/not-found.tsx'));

/** Every page but listings and those most read from them. */
export default function Further() {
  return (
    <Switch>
      <Route path="/search" component={SearchRoute} />
      <Route path="/submit" component={SubmitRoute} />
      <Route path="/i/:itemId/edit">{({ itemId }) => <EditRoute key={itemId} itemId={itemId} />}</Route>
      <Route path="/sign-in" component={SignInRoute} />
      <Route path="/sign-up" component={SignUpRoute} />
      <Route path="/reset-password" component={ResetPasswordRoute} />
      <Route path="/choose-handle" component={ChooseHandleRoute} />
      <Route path="/account" component={AccountRoute} />
      <Route path="/import" component={ImportRoute} />
      <Route path="/export" component={ExportRoute} />
      <Route path="/owned" component={OwnedRoute} />
      <Route path="/my-tags" component={MyTagsRoute} />
      <Route path="/how-ranking-works" component={HowRankingWorksRoute} />
      <Route path="/home" component={HomeRoute} />
      <Route path="/inbox" component={InboxRoute} />
      <Route path="/notifications" component={NotificationsRoute} />
      <Route path="/watching" component={WatchingRoute} />
      <Route path="/changes" component={RecentChangesRoute} />
      <Route path="/unsubscribe/:token">{({ token }) => <UnsubscribeRoute token={token} />}</Route>
      <Route path="/following" component={FollowingRoute} />
      <Route path="/take-away" component={TakeAwayRoute} />
      <Route path="/api-docs" component={ApiDocsRoute} />
      <Route path="/lists" component={ListsRoute} />
      <Route path="/lists/new" component={NewListRoute} />
      <Route path="/l/:listId">{({ listId }) => <ListRoute key={listId} listId={listId} />}</Route>
      <Route path={/^\/@(?<handle>[^/]+)\/year\/(?<year>[^/]+)\/?$/}>
        {({ handle = '', year = '' }) => <YearRoute key={handle} handle={handle} year={year} />}
      </Route>
      <Route path="/work" component={WorkRoute} />
      <Route path="/odds" component={OddsRoute} />
      <Route path="/map" component={MapRoute} />
      <Route path="/compare" component={CompareRoute} />
      <Route path="/i/:itemId/work">{({ itemId }) => <ItemWorkRoute key={itemId} itemId={itemId} />}</Route>
      <Route path={/^\/@(?<handle>[^/]+)\/work\/?$/}>
        {({ handle = '' }) => <PersonWorkRoute key={handle} handle={decoded(handle)} />}
      </Route>
      <Route path={/^\/@(?<handle>[^/]+)\/proposals\/?$/}>
        {({ handle = '' }) => <PersonProposalsRoute key={handle} handle={decoded(handle)} />}
      </Route>
      <Route path="/proposals" component={ProposalsRoute} />
      <Route path="/proposals/new" component={NewProposalRoute} />
      <Route path="/proposals/:proposalId">
        {({ proposalId }) => <ProposalRoute key={proposalId} proposalId={proposalId} />}
      </Route>
      <Route path="/i/:itemId/claim">{({ itemId }) => <ClaimRoute key={itemId} itemId={itemId} />}</Route>
      <Route path="/i/:itemId/proposals">{({ itemId }) => <ItemProposalsRoute key={itemId} itemId={itemId} />}</Route>
      <Route path="/moderation" component={ModerationRoute} />
      <Route path="/moderation/:actId">{({ actId }) => <ActRoute key={actId} actId={actId} />}</Route>
      <Route path="/how-trust-works" component={HowTrustWorksRoute} />
      <Route path={/^\/@(?<handle>[^/]+)\/trust\/?$/}>
        {({ handle = '' }) => <PersonTrustRoute key={handle} handle={decoded(handle)} />}
      </Route>
      <Route path="/save" component={SaveRoute} />
      <Route path="/tools" component={ToolsRoute} />
      <Route path="/together" component={TogetherRoute} />
      <Route path="/recent" component={RecentRoute} />
      <Route path="/popular">
        <PopularRoute tag={undefined} />
      </Route>
      <Route path="/popular/:tag">{({ tag }) => <PopularRoute tag={decoded(tag)} />}</Route>
      <Route path="/tag/:tags">{({ tags }) => <TaggedRoute part={decoded(tags)} />}</Route>
      <Route path="/i/:itemId/savers">{({ itemId }) => <SaversRoute key={itemId} itemId={itemId} />}</Route>
      <Route path="/i/:itemId/history">{({ itemId }) => <HistoryRoute key={itemId} itemId={itemId} />}</Route>
      <Route path="/i/:itemId/history/:n">
        {({ itemId, n }) => <RevisionRoute key={`${itemId}.${n}`} itemId={itemId} n={n} />}
      </Route>
      <Route path="/i/:itemId/diff/:from/:to">
        {({ itemId, from, to }) => <ChangesRoute key={`${itemId}.${from}.${to}`} itemId={itemId} from={from} to={to} />}
      </Route>
      <Route path="/i/:itemId/authors">{({ itemId }) => <AuthorsRoute key={itemId} itemId={itemId} />}</Route>
      <Route path="/i/:itemId/links">{({ itemId }) => <BacklinksRoute key={itemId} itemId={itemId} />}</Route>
      <Route path="/find" component={FindRoute} />
      <Route path="/talk/comments/:commentId">
        {({ commentId }) => <CommentRoute key={commentId} commentId={commentId} />}
      </Route>
      <Route path="/talk/:what/:target">
        {({ what, target }) => <TalkRoute key={`${what} ${target}`} what={what} target={decoded(target)} />}
      </Route>
      <Route path="/i/:itemId/questions">
        {({ itemId }) => <ItemThreadRoute key={itemId} what="questions" itemId={itemId} />}
      </Route>
      <Route path="/i/:itemId/tips">
        {({ itemId }) => <ItemThreadRoute key={itemId} what="tips" itemId={itemId} />}
      </Route>
      <Route path="/questions/:questionId">
        {({ questionId }) => <QuestionRoute key={questionId} commentId={questionId} />}
      </Route>
      <Route path="/i/:itemId/talk">{({ itemId }) => <TalkRoute key={itemId} what="items" target={itemId} />}</Route>
      <Route path={/^\/@(?<handle>[^/]+)\/comments\/?$/}>
        {({ handle = '' }) => <PersonCommentsRoute key={handle} handle={decoded(handle)} />}
      </Route>
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
