import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useEffect, useRef } from 'react';
import { Button } from '@/components/Button';
import { ErrorNotice } from '@/components/ErrorNotice';
import { say } from '@/services/say';
import { placeInQueue, speakingTime } from '../speaking';
import { useDeed } from '../useDeed';
import type { Live } from '../useLive';
import { EACH_SECOND, useServerNow } from '../useServerNow';
import './index.scss';

/** The one large button of those who take part: raises the hand, or takes it down; and where one stands. */
export function HandBar({ live }: { live: Live }) {
  const { state, me, clockAhead } = live.picture;
  const now = useServerNow(clockAhead, EACH_SECOND);
  const { act, error } = useDeed(live);
  const mine = me?.participantId ?? null;
  const speaking = state?.speaker != null && state.speaker.participantId === mine;
  useMyTurn(speaking);
  if (!state?.open || !me?.canTakePart) return null;
  const place = placeInQueue(state, mine);
  return (
    <View className="hand-bar">
      <ErrorNotice error={error} />
      {speaking && state.speaker ? (
        <Text className="hand-bar__turn">{`轮到您发言，${sayTime(speakingTime(state.speaker, now))}`}</Text>
      ) : place > 0 ? (
        <>
          <Text className="hand-bar__place">您排在第 {place} 位</Text>
          <Button block kind="secondary" text="放下" label="把手放下" onPress={() => act('hand-down', {})} />
        </>
      ) : (
        <Button block icon="support" text="举手发言" className="hand-bar__raise" onPress={() => act('hand', {})} />
      )}
    </View>
  );
}

const sayTime = ({ label, clock }: { label: string; clock: string }): string => `${label} ${clock}`;

/** Makes itself felt when it is one's turn: who waits may look elsewhere. */
function useMyTurn(speaking: boolean): void {
  const before = useRef(speaking);
  useEffect(() => {
    if (speaking && !before.current) {
      say('轮到您发言了');
      if (process.env.TARO_ENV === 'weapp') Taro.vibrateLong({ fail: () => undefined });
    }
    before.current = speaking;
  }, [speaking]);
}
