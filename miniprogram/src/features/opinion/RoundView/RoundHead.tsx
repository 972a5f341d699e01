import { type RoundDetail, sayPeriod, stateLabel } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { Card } from '@/components/Card';
import { KeyValue } from '@/components/KeyValue';
import { LinkList } from '@/components/LinkList';
import { Tag } from '@/components/Tag';
import { ShareButton } from '@/features/links/ShareButton';
import { SESSION_PAGES } from '@/features/sessions/session.pages';
import { TOPIC_PAGES } from '@/features/topics/topic.pages';
import { openPage } from '@/services/navigation';
import { OPINION_PAGES } from '../opinion.pages';
import { roundTone } from '../round-tone';

/** What is asked, about what, until when, and how many take part. */
export function RoundHead({ round, now }: { round: RoundDetail; now: number }) {
  const { id, title, intro, state, subject, people, votes, statements } = round;
  const page = subject.kind === 'topic' ? TOPIC_PAGES.detail : SESSION_PAGES.detail;
  return (
    <Card>
      <View className="round-view__tags">
        <Tag text={stateLabel('round', state)} tone={roundTone(state)} />
        <Tag text="网络议政" />
      </View>
      <Text
        className="round-view__title"
        {...(process.env.TARO_ENV === 'h5' ? { role: 'heading', 'aria-level': '2' } : {})}
      >
        {title}
      </Text>
      <Text className="round-view__intro">{intro}</Text>
      <KeyValue
        rows={[
          { label: '时间', value: <Text>{sayPeriod(round.opensAt, round.closesAt, now)}</Text> },
          { label: '参与', value: <Text>{`${people} 人，${votes} 次表态，${statements} 条看法`}</Text> },
        ]}
      />
      <LinkList
        links={[
          {
            key: subject.id,
            label: `${subject.kind === 'topic' ? '议题' : '协商'}：${subject.title}`,
            onTap: () => void openPage(page, { id: subject.id }),
          },
        ]}
      />
      {(state === 'open' || state === 'closed') && (
        <ShareButton title={title} path={OPINION_PAGES.round} query={{ id }} />
      )}
    </Card>
  );
}
