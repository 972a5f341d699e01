import { type MinutesDetail, type SpeechPoint, saySpeaker, speechGroups } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { BothSides } from '@/components/BothSides';
import { Card } from '@/components/Card';
import { LinkList } from '@/components/LinkList';
import { NumberedList } from '@/components/NumberedList';
import { PhotoGrid } from '@/components/PhotoGrid';
import { Section } from '@/components/Section';
import { CategoryCounts } from '@/features/sessions/CategoryCounts';
import { TOPIC_PAGES } from '@/features/topics/topic.pages';
import { openPage } from '@/services/navigation';
import { cx } from '@/utils/cx';
import { AgreedTasks } from '../AgreedTasks';
import { MinutesRecordView } from '../MinutesRecordView';
import { NoConsensus } from '../NoConsensus';

/** What the minutes say: the result first, then how it came about. */
export function MinutesBody({ minutes, now }: { minutes: MinutesDetail; now: number }) {
  const { consensus, dissent, tasks, situation, points, departmentAnswers, questions, photos } = minutes;
  return (
    <>
      {consensus.length + dissent.length > 0 && (
        <Section title="协商结果">
          {minutes.conclusion === 'none' && <NoConsensus steps={minutes.afterNoConsensus} />}
          <BothSides consensus={consensus} dissent={dissent} noDissent={minutes.noDissent} />
        </Section>
      )}
      {tasks.length > 0 && (
        <Section title="约定的任务">
          <AgreedTasks tasks={tasks} now={now} />
        </Section>
      )}
      <Section title="协商议题">
        <Card>
          <LinkList
            links={minutes.topics.map(({ id, title }) => ({
              key: id,
              label: title,
              onTap: () => void openPage(TOPIC_PAGES.detail, { id }),
            }))}
          />
          {questions.length > 0 && (
            <View className="minutes-view__part">
              <Text className="minutes-view__name">要商量的问题</Text>
              <NumberedList items={questions} />
            </View>
          )}
        </Card>
      </Section>
      {minutes.programme.length > 0 && (
        <Section title="议程">
          <Card>
            {minutes.programme.map((item) => (
              <Text
                key={item}
                className={cx('minutes-view__text', item.startsWith('（') && 'minutes-view__text--part')}
              >
                {item}
              </Text>
            ))}
          </Card>
        </Section>
      )}
      {situation !== '' && (
        <Section title="情况说明">
          <Card>
            <Text className="minutes-view__text">{situation}</Text>
          </Card>
        </Section>
      )}
      <Speeches title="发言要点" points={points} programme={minutes.programme} />
      <Speeches title="部门回应" points={departmentAnswers} programme={minutes.programme} />
      <MinutesRecordView minutes={minutes} />
      {photos.length > 0 && (
        <Section title="现场照片">
          <PhotoGrid photos={photos} />
        </Section>
      )}
      {minutes.counts.length > 0 && (
        <Section title="参会情况">
          <Card>
            <CategoryCounts counts={minutes.counts} showPresent />
          </Card>
        </Section>
      )}
    </>
  );
}

interface SpeechesProps {
  title: string;
  points: readonly SpeechPoint[];
  programme: readonly string[];
}

/** Who said what, under the items of the programme at which they did. */
function Speeches({ title, points, programme }: SpeechesProps) {
  if (points.length === 0) return null;
  return (
    <Section title={title}>
      <Card>
        {speechGroups(points, programme).map((group) => (
          <View key={group.speeches[0]?.index} className="minutes-view__group">
            {group.title !== null && <Text className="minutes-view__item">{group.title}</Text>}
            {group.speeches.map(({ index, speech }) => (
              <View key={index} className="minutes-view__speech">
                <Text className="minutes-view__name">{saySpeaker(speech)}</Text>
                <Text className="minutes-view__text">{speech.text}</Text>
              </View>
            ))}
          </View>
        ))}
      </Card>
    </Section>
  );
}
