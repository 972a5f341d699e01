import { useShareAppMessage, useShareTimeline } from '@tarojs/taro';
import { type Query, queryString } from '../services/api';

interface Card {
  title: string;
  /** Of the page, with its slash. */
  path: string;
  query?: Query;
}

/** Drawn as a card of 5:4; without it WeChat takes a picture of the screen, which may hold more than is public. */
const PICTURE = '/assets/share.png';

/**
 * Lets a public page be sent to a chat and to 朋友圈; its config must enable both (PUBLIC_PAGE). What is shared is the
 * page's address: whoever opens it sees what they may see.
 */
export function useShare({ title, path, query = {} }: Card): void {
  const search = queryString(query);
  useShareAppMessage(() => ({ title, path: `${path}${search}`, imageUrl: PICTURE }));
  useShareTimeline(() => ({ title, query: search.slice(1), imageUrl: PICTURE }));
}
