import { PARTICIPANT_CATEGORY_LABELS, type SessionDraw, sayMoment } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { Card } from '@/components/Card';
import { KeyValue } from '@/components/KeyValue';
import { Section } from '@/components/Section';
import { sayMyTicket, sayQuotas } from '@/features/sessions/Draws/say-draw';
import { cx } from '@/utils/cx';
import { DrawCheck } from './DrawCheck';
import { SeedHash } from './SeedHash';

/** One round: what was drawn out of what. */
export function DrawCard({ draw, several }: { draw: SessionDraw; several: boolean }) {
  const now = Date.now();
  const mine = sayMyTicket(draw);
  return (
    <Section title={several ? `第 ${draw.round} 次抽取` : '抽取'}>
      <Card>
        <KeyValue
          rows={[
            { label: '抽取', value: <Text>{sayQuotas(draw.quotas)}</Text> },
            { label: '报名开始', value: <Text>{sayMoment(draw.openedAt, now)}</Text> },
            { label: '抽取时间', value: draw.drawnAt && <Text>{sayMoment(draw.drawnAt, now)}</Text> },
            { label: '重抽理由', value: draw.reason && <Text>{draw.reason}</Text> },
          ]}
        />
        {mine && <Text className="draw__mine">{mine}</Text>}
        {draw.quotas.map(({ category }) => {
          const tickets = draw.pool.filter((one) => one.category === category).map(({ ticket }) => ticket);
          return (
            <View key={category} className="draw__category">
              <Text className="draw__label">
                {PARTICIPANT_CATEGORY_LABELS[category]}：{tickets.length} 人愿意参加
              </Text>
              <View className="draw__tickets">
                {tickets.map((ticket) => {
                  const chosen = draw.drawn.includes(ticket);
                  return (
                    <Text key={ticket} className={cx('draw__ticket', chosen && 'draw__ticket--drawn')}>
                      {chosen ? `${ticket} 抽中` : ticket}
                    </Text>
                  );
                })}
              </View>
            </View>
          );
        })}
        {draw.seed === null ? <SeedHash hash={draw.seedHash} /> : <DrawCheck draw={draw} seed={draw.seed} />}
      </Card>
    </Section>
  );
}
