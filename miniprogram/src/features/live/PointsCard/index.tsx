import type { LivePoint, ProgrammeRow } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { ErrorNotice } from '@/components/ErrorNotice';
import { Section } from '@/components/Section';
import { Tag } from '@/components/Tag';
import { rowOf } from '../programme';
import { nameOf } from '../speaking';
import { useDeed } from '../useDeed';
import type { Live } from '../useLive';
import { PointForm } from './PointForm';
import './index.scss';

interface Props {
  live: Live;
  rows: readonly ProgrammeRow[];
}

const IN_BROWSER = process.env.TARO_ENV === 'h5';

/** What people wrote down for the minutes (要点), the latest first; who records takes them in. */
export function PointsCard({ live, rows }: Props) {
  const { state, me } = live.picture;
  const { act, error } = useDeed(live);
  if (state === null || me === null) return null;
  const { points, open } = state;
  const take = ({ pointId, taken }: LivePoint) => act(`points/${pointId}/take`, { taken: !taken });
  const withdraw = ({ pointId }: LivePoint) => act(`points/${pointId}/withdraw`, {});
  if (points.length === 0 && !(open && me.canTakePart)) return null;
  return (
    <Section title={points.length > 0 ? `要点（${points.length}）` : '要点'}>
      <Card>
        {open && me.canTakePart && <PointForm live={live} />}
        <ErrorNotice error={error} />
        <View {...(IN_BROWSER && points.length > 0 ? { role: 'list' } : {})}>
          {[...points].reverse().map((point) => (
            <View key={point.pointId} className="points-card__point" {...(IN_BROWSER ? { role: 'listitem' } : {})}>
              <Text className="points-card__text">{point.text}</Text>
              <View className="points-card__foot">
                <Text className="points-card__who">
                  {[nameOf(point.who), rowOf(rows, point.itemId)?.item.title].filter(Boolean).join(' · ')}
                </Text>
                {point.isTask && <Tag text="建议办的事" tone="info" />}
                {point.taken && <Tag text="已采入纪要" tone="success" />}
                {open && me.canRecord && (
                  <Button
                    kind="text"
                    icon={point.taken ? 'minus' : 'plus'}
                    text={point.taken ? '不采入' : '采入纪要'}
                    label={`${point.taken ? '不采入' : '采入纪要'}：${point.text}`}
                    onPress={() => take(point)}
                  />
                )}
                {open && !point.taken && point.who.participantId === me.participantId && (
                  <Button kind="text" text="撤回" label={`撤回：${point.text}`} onPress={() => withdraw(point)} />
                )}
              </View>
            </View>
          ))}
        </View>
      </Card>
    </Section>
  );
}
