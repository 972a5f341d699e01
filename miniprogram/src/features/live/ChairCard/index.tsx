import {
  MORE_SECONDS,
  type ProgrammeRow,
  type SessionDetail,
  SHOW_OF_HANDS_TEXT,
  SPEAKING_SECONDS,
} from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { ChoiceField } from '@/components/ChoiceField';
import { ErrorNotice } from '@/components/ErrorNotice';
import { Section } from '@/components/Section';
import { useWideScreen } from '@/hooks/useWideScreen';
import { useAppearance } from '@/services/appearance';
import { nextRow } from '../programme';
import { nameOf, saySeconds } from '../speaking';
import type { Chairing } from '../useChairing';
import { FloorSheet } from './FloorSheet';
import { NoticeSheet } from './NoticeSheet';
import { OrderSheet } from './OrderSheet';
import { PollSheet } from './PollSheet';
import { CHAIR_KEYS, useChairKeys } from './useChairKeys';
import './index.scss';

interface Props {
  session: SessionDetail;
  rows: readonly ProgrammeRow[];
  chairing: Chairing;
}

const NO_LIMIT = '0';
const TIMES = [...SPEAKING_SECONDS].sort((a, b) => a - b);
const CHOICES = [
  ...TIMES.map((seconds) => ({ value: String(seconds), label: saySeconds(seconds) })),
  { value: NO_LIMIT, label: saySeconds(null) },
];
const [MORE = 60] = MORE_SECONDS;

/** What who chairs can do at every moment. */
export function ChairCard({ session, rows, chairing }: Props) {
  const { live, act, error, seconds, setSeconds, sheet, openSheet } = chairing;
  const wide = useWideScreen();
  const care = useAppearance() === 'care';
  const { state } = live.picture;
  const following = state === null ? null : nextRow(rows, state.itemId);
  const [first] = state?.queue ?? [];
  const deeds = {
    item: following && (() => act('item', { itemId: following.item.id })),
    floor: first && (() => chairing.call(first)),
    more: state?.speaker && (() => act('more-time', { seconds: MORE })),
    done: state?.speaker && (() => act('floor', { participantId: null })),
  };
  useChairKeys(state?.open && sheet === null ? deeds : {});
  if (!state?.open) return null;
  const close = () => openSheet(null);
  return (
    <Section title="主持">
      <Card>
        <View className="chair-card__main">
          {deeds.item && following && (
            <Button block text={`下一项：${following.item.title}`} kind="secondary" onPress={deeds.item} />
          )}
          {deeds.floor && first && <Button block text={`请下一位：${nameOf(first)}`} onPress={deeds.floor} />}
          {deeds.more && <Button text={`加 ${saySeconds(MORE)}`} kind="secondary" onPress={deeds.more} />}
          {deeds.done && <Button text="发言结束" kind="secondary" onPress={deeds.done} />}
        </View>
        <ErrorNotice error={error} />
        <ChoiceField
          label="每次发言"
          always
          // Large letters would push what is pressed more often out of sight.
          look={care ? 'sheet' : 'pills'}
          choices={CHOICES}
          value={[seconds === null ? NO_LIMIT : String(seconds)]}
          onChange={([chosen]) => chosen && setSeconds(chosen === NO_LIMIT ? null : Number(chosen))}
        />
        <View className="chair-card__more">
          <Button kind="text" icon="person" text="请别人发言" onPress={() => openSheet('floor')} />
          {state.poll === null && (
            <Button kind="text" icon="support" text={`发起${SHOW_OF_HANDS_TEXT}`} onPress={() => openSheet('poll')} />
          )}
          <Button kind="text" icon="bell" text="发通知" onPress={() => openSheet('notice')} />
        </View>
        {wide && (
          <Text className="chair-card__keys">
            {`快捷键：${CHAIR_KEYS.item} 下一项 · ${CHAIR_KEYS.floor} 请下一位 · ${CHAIR_KEYS.more} 加时 · ${CHAIR_KEYS.done} 发言结束`}
          </Text>
        )}
      </Card>
      {sheet === 'floor' && <FloorSheet session={session} live={live} seconds={seconds} onDone={close} />}
      {sheet === 'poll' && <PollSheet live={live} onDone={close} />}
      {sheet === 'notice' && <NoticeSheet live={live} onDone={close} />}
      {sheet === 'order' && <OrderSheet live={live} queue={state.queue} onDone={close} />}
    </Section>
  );
}
