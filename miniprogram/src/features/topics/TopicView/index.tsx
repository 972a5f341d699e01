import type { TopicDetail } from '@consult/shared';
import { View } from '@tarojs/components';
import { type ReactNode, useEffect } from 'react';
import { Skeleton } from '@/components/ListView/Skeleton';
import { Section } from '@/components/Section';
import { ErrorBlock } from '@/components/StateBlock';
import { Timeline } from '@/components/Timeline';
import { PhoneReveal, RecordedPhoneReveal } from '@/features/account/PhoneReveal';
import { CaseSection } from '@/features/cases/CaseSection';
import { ContentNotice } from '@/features/moderation/ContentNotice';
import { PublicItemBar } from '@/features/moderation/PublicItemBar';
import { photoParts } from '@/features/moderation/PublicItemBar/Parts';
import { canStartAboutTopic } from '@/features/opinion/can-start';
import { RoundCards } from '@/features/opinion/RoundCards';
import { ResearchSection } from '@/features/research/ResearchSection';
import { useAsync } from '@/hooks/useAsync';
import { useShownAgain } from '@/hooks/useShownAgain';
import { useSession } from '@/services/session';
import { getTopic } from '../topic.api';
import { CosignBar } from './CosignBar';
import { TopicHead } from './TopicHead';
import { TopicLinks } from './TopicLinks';
import { TopicStory } from './TopicStory';
import { TopicWaiting } from './TopicWaiting';
import './index.scss';

interface Props {
  id: string;
  /** The buttons of those who handle it; `onMoved` reads the topic again. */
  actions?: (topic: TopicDetail, onMoved: () => void) => ReactNode;
  /** Called with each version read, as for a page's title or a list beside it. */
  onLoaded?: (topic: TopicDetail) => void;
}

/** One topic: what it says, where it stands, what waits for whom by when, and all that came of it. */
export function TopicView({ id, actions, onLoaded }: Props) {
  const { me, grants } = useSession();
  const { data: topic, error, reload, setData } = useAsync(() => getTopic(id), [id, me?.id]);
  useShownAgain(reload);

  useEffect(() => {
    if (topic) onLoaded?.(topic);
  }, [topic, onLoaded]);

  if (!topic) return error ? <ErrorBlock error={error} onRetry={reload} /> : <Skeleton rows={4} />;
  const now = Date.now();
  return (
    <View className="topic-view">
      <TopicHead topic={topic} now={now} />
      <TopicWaiting topic={topic} now={now} />
      <ContentNotice topic={topic} onMoved={reload} />
      {actions?.(topic, () => void reload())}
      {topic.hasRecordedPhone && <RecordedPhoneReveal topic={topic} />}
      {topic.callable && <PhoneReveal key={topic.callable.id} person={topic.callable} />}
      <CosignBar topic={topic} onChanged={setData} />
      <TopicStory topic={topic} />
      <RoundCards subject={{ topicId: topic.id }} canStart={canStartAboutTopic(topic, grants)} />
      <ResearchSection topicId={topic.id} state={topic.state} />
      <TopicLinks topic={topic} now={now} />
      <CaseSection topic={topic} />
      <Section title="办理进程">
        <View className="topic-view__panel">
          <Timeline entries={[...topic.timeline].reverse()} now={now} />
        </View>
      </Section>
      <PublicItemBar kind="topic" id={topic.id} parts={photoParts(topic.photos)} onMoved={reload} />
    </View>
  );
}
