import {
  type NewOpenKey,
  OPEN_KEY_DAYS,
  type OpenKeyState,
  type OpenKeyView,
  sayDate,
  startOfChinaDay,
} from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { useConfirmSheet } from '@/components/ConfirmSheet/useConfirmSheet';
import { ListView } from '@/components/ListView';
import { Tag, type Tone } from '@/components/Tag';
import { endOpenKey, listOpenKeys } from '@/features/admin/open-keys.api';
import { usePagedList } from '@/hooks/usePagedList';
import { DaysSheet } from './DaysSheet';
import { NewKeySheet } from './NewKeySheet';
import { WholeKey } from './WholeKey';
import './index.scss';

const TONES: Readonly<Record<OpenKeyState, Tone>> = { valid: 'success', expired: 'neutral', ended: 'neutral' };
const sayDay = (day: string): string => sayDate(startOfChinaDay(day), Date.now());

/** 今天发放（王敏），用到12月31日 */
function sayTerm({ createdAt, madeBy, lastDay, endedAt, endedBy }: OpenKeyView): string {
  const made = `${sayDate(createdAt, Date.now())}发放（${madeBy}）`;
  if (endedAt !== null) return `${made}，${sayDate(endedAt, Date.now())}停用（${endedBy ?? ''}）`;
  return lastDay === null ? `${made}，一直有效` : `${made}，用到${sayDay(lastDay)}`;
}

function sayUse({ lastUsedOn, days }: OpenKeyView): string {
  if (lastUsedOn === null) return '还没有用过';
  const requests = days.reduce((sum, day) => sum + day.requests, 0);
  return `最近一次用是${sayDay(lastUsedOn)}，近 ${OPEN_KEY_DAYS} 天共 ${requests} 次`;
}

/** The keys of a county: given, watched and ended here. */
export function KeyList({ county }: { county: string }) {
  const list = usePagedList((after) => listOpenKeys(county, after), [county]);
  const { sheet, ask } = useConfirmSheet();
  const [adding, setAdding] = useState(false);
  const [made, setMade] = useState<NewOpenKey | null>(null);
  const [looking, setLooking] = useState<OpenKeyView | null>(null);

  const end = async ({ id, holder }: OpenKeyView) => {
    const ended = await ask({
      title: '停用密钥',
      text: `${holder}马上不能再用这个密钥，停用后不能恢复；要再用，另发一个。`,
      confirmLabel: '停用',
      danger: true,
      onConfirm: async (_, key) => {
        await endOpenKey(id, key);
        return { id };
      },
    });
    if (ended) await list.reload();
  };

  return (
    <View>
      <View className="open-keys__new">
        <Button icon="plus" text="发放密钥" onPress={() => setAdding(true)} />
      </View>
      <ListView
        list={list}
        keyOf={({ id }) => id}
        empty={{ title: '还没有发放密钥', hint: '开放数据不用密钥也能取，要经常取用的单位可以申请' }}
        renderItem={(openKey) => (
          <Card>
            <View className="open-keys__head">
              <Text className="open-keys__holder">{openKey.holder}</Text>
              <Tag text={openKey.stateLabel} tone={TONES[openKey.state]} />
            </View>
            <Text className="open-keys__line">{openKey.purpose}</Text>
            <Text className="open-keys__fact">密钥开头 {openKey.prefix}</Text>
            <Text className="open-keys__fact">{sayTerm(openKey)}</Text>
            <Text className="open-keys__fact">{sayUse(openKey)}</Text>
            <View className="open-keys__buttons">
              {openKey.days.length > 0 && (
                <Button
                  kind="secondary"
                  text="每天用量"
                  label={`看${openKey.holder}的每天用量`}
                  onPress={() => setLooking(openKey)}
                />
              )}
              {openKey.state === 'valid' && (
                <Button kind="text" text="停用" label={`停用${openKey.holder}的密钥`} onPress={() => end(openKey)} />
              )}
            </View>
          </Card>
        )}
      />
      {adding && (
        <NewKeySheet
          county={county}
          onDone={(given) => {
            setAdding(false);
            setMade(given);
            if (given) void list.reload();
          }}
        />
      )}
      {made && <WholeKey made={made} onClose={() => setMade(null)} />}
      {looking && <DaysSheet openKey={looking} onClose={() => setLooking(null)} />}
      {sheet}
    </View>
  );
}
