import { ERRORS, type ErrorCode } from '@consult/shared';
import { useDidShow } from '@tarojs/taro';
import { useEffect, useRef, useState } from 'react';
import { ApiError } from '@/services/api-error';
import { openWire } from '@/services/live';
import { EMPTY_PICTURE, LiveFollower, type LivePicture } from '@/services/live/follower';
import { currentNetwork, onNetworkChange } from '@/services/network';
import { currentSession, onSessionChange, useSession } from '@/services/session';
import { withToken } from '@/services/tokens';
import { getLive } from './live.api';

export interface Live {
  sessionId: string;
  picture: LivePicture;
  /** Takes in what is known of me otherwise, such as my vote. */
  note: LiveFollower['note'];
  /** Looks again, where what was just done does not come by itself. */
  lookAgain(): void;
}

/** The error that a code of the server stands for. */
export function refusal(code: string): ApiError {
  const { status, message } = ERRORS[code as ErrorCode] ?? ERRORS['SERVER.FAULT'];
  return new ApiError(code as ErrorCode, message, status);
}

const follow = (sessionId: string, onChange: (picture: LivePicture) => void): LiveFollower =>
  new LiveFollower(sessionId, {
    openWire,
    withToken: (join) => withToken(join, true),
    read: () => getLive(sessionId),
    refusal,
    onChange,
    now: () => Date.now(),
    random: Math.random,
  });

/** Follows a session for as long as the page is open; somebody else signed in begins anew. */
export function useLive(sessionId: string): Live {
  const { me } = useSession();
  const [picture, setPicture] = useState<LivePicture>(EMPTY_PICTURE);
  const follower = useRef<LiveFollower | null>(null);
  const link = useRef(picture.link);
  link.current = picture.link;

  // Whoever signs in may see more: begun anew.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the person is not asked for here, and yet decides
  useEffect(() => {
    setPicture(EMPTY_PICTURE);
    const following = follow(sessionId, setPicture);
    follower.current = following;
    following.start();
    const leaves = [
      onNetworkChange(() => (currentNetwork() === 'off' ? following.sleep() : following.wake())),
      onSessionChange(() => {
        const token = currentSession().tokens?.token;
        if (token !== undefined) following.renew(token);
      }),
      onSeenAgain(() => following.wake()),
    ];
    return () => {
      for (const leave of leaves) leave();
      following.stop();
    };
  }, [sessionId, me?.id]);
  useDidShow(() => follower.current?.wake());

  return {
    sessionId,
    picture,
    note: (change) => follower.current?.note(change),
    lookAgain: () => {
      if (link.current !== 'live') void follower.current?.read();
    },
  };
}

/** In a browser, when its tab is looked at again; WeChat tells the page itself. */
function onSeenAgain(look: () => void): () => void {
  if (process.env.TARO_ENV !== 'h5') return () => undefined;
  const seen = () => {
    if (document.visibilityState === 'visible') look();
  };
  document.addEventListener('visibilitychange', seen);
  return () => document.removeEventListener('visibilitychange', seen);
}
