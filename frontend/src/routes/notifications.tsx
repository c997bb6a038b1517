import { NoticeList } from '../features/notifications/notice-list.tsx';
import { NoticeSettingsForm } from '../features/notifications/settings.tsx';
import { WithHandle } from '../features/people/guard.tsx';
import { Heading } from '../ui/heading.tsx';
import { ForYouTabs } from './for-you-tabs.tsx';
import styles from './home.module.css';

export default function NotificationsRoute() {
  return (
    <>
      <Heading title="Notifications" />
      <WithHandle toDo="see what happened to you and yours" back="/notifications">
        <ForYouTabs current="notifications" />
        <NoticeList />
        <h2 id="settings" className={styles.part}>
          What you are told of
        </h2>
        <NoticeSettingsForm />
      </WithHandle>
    </>
  );
}
