import { usePageNotFound } from '@tarojs/taro';
import type { PropsWithChildren } from 'react';
import { offerRemedies } from './features/account/remedies';
import { listenForSearchKey } from './features/search/search-key';
import { followDrafts } from './services/drafts';
import { nameInnerFields } from './services/inner-names';
import { listenToKeys } from './services/keyboard';
import { leaveLostPage, listenForLostPages } from './services/lost-pages';
import { followNetwork } from './services/network';
import { followOutbox } from './services/outbox';
import { listenForPrivacy } from './services/privacy';
import { listenForWords } from './services/say';
import { staySignedIn } from './services/silent-sign-in';
import { followSubscribeTemplates } from './services/subscriptions';
import { followUnread } from './services/unread';
import './app.scss';

if (process.env.TARO_ENV === 'weapp') {
  listenForPrivacy();
  staySignedIn();
  followSubscribeTemplates();
}
if (process.env.TARO_ENV === 'h5') {
  listenToKeys();
  listenForSearchKey();
  nameInnerFields();
  listenForWords();
  listenForLostPages();
}

offerRemedies();
followDrafts();
followNetwork();
followOutbox();
followUnread();

/** The app itself draws nothing: each page is framed by components/Page. */
export default function App({ children }: PropsWithChildren) {
  usePageNotFound(leaveLostPage);
  return children;
}
