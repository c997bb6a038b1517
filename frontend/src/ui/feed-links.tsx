import { Fragment, use } from 'react';
import { feedAddress, feedFormats, feedForms } from '#shared/feeds/rules.ts';
import { RenderingContext } from '../client/rendered.ts';

/** The feeds of the list on a page (its path and query), for people, and for programs that look at the page’s head. */
export function FeedLinks({ of, about }: { of: string; about: string }) {
  // The server’s head names them already. From there on they change with the page.
  const isInHead = use(RenderingContext) !== undefined;
  return (
    <p>
      As a feed:{' '}
      {feedFormats.map((format, index) => (
        <Fragment key={format}>
          {index > 0 && ' · '}
          <a href={feedAddress(format, of)} type={feedForms[format].type}>
            {feedForms[format].label}
          </a>
        </Fragment>
      ))}
      {!isInHead && <FeedsInHead of={of} title={about} origin={location.origin} />}
    </p>
  );
}

type Named = { of: string; title: string; origin: string };

/** How a page’s head says where its feeds are. In a browser React moves these there, and takes those of the server for its own. */
export function FeedsInHead({ of, title, origin }: Named) {
  return feedFormats.map((format) => (
    <link
      key={format}
      rel="alternate"
      type={feedForms[format].type}
      title={`${title} (${feedForms[format].label})`}
      href={origin + feedAddress(format, of)}
    />
  ));
}
