import { Link } from 'wouter';
import { Bookmarklet } from '../features/saves/bookmarklet.tsx';
import { ButtonLink } from '../ui/button.tsx';
import { Heading } from '../ui/heading.tsx';
import styles from './tools.module.css';

/** How to save from where one is: bookmarklet, share target, extension, and the ways in and out. */
export default function ToolsRoute() {
  return (
    <div className={styles.page}>
      <Heading title="Save from anywhere" />
      <p className={styles.lead}>Ways to keep a page without coming here first.</p>
      <h2>The bookmarklet</h2>
      <Bookmarklet />
      <h2>Share from a phone</h2>
      <p>
        Install this site as an app: in Chrome on Android, open the menu and choose “Add to home screen”, then
        “Install”. From then on, “Share” in any app offers Commonplace, and what you share opens ready to be saved.
      </p>
      <p>
        On an iPhone pages cannot be shared to a site. Use the bookmarklet there, or copy the address and{' '}
        <Link href="/save">paste it here</Link>.
      </p>
      <h2>The browser extension</h2>
      <p>
        For Chromium and its kin: a button that saves the page you are on, with what you selected and tags that fit. It
        comes with this site’s software, in <code>frontend/extension</code>, is built with it, and sees a page only when
        you press it. It needs a token, which you make on <Link href="/account">your account’s page</Link>.
      </p>
      <h2>Scripts and other programs</h2>
      <p>
        Everything the site does can be done by programs: <Link href="/api-docs">the API</Link>, with tokens that may
        read or save and no more.
      </p>
      <h2>In and out</h2>
      <p>
        <Link href="/import">Bring what you keep elsewhere</Link>. Everything of yours can be taken out again:{' '}
        <Link href="/export">export it</Link>. <Link href="/my-tags">Your tags</Link> are put in order here.
      </p>
      <p>
        <ButtonLink look="plain" href="/save">
          Save a page by its address
        </ButtonLink>
      </p>
    </div>
  );
}
