import type { TopicDetail } from '@consult/shared';
import { Text } from '@tarojs/components';
import { Button } from '@/components/Button';
import { ErrorNotice } from '@/components/ErrorNotice';
import { Section } from '@/components/Section';
import { useAsync } from '@/hooks/useAsync';
import { useShownAgain } from '@/hooks/useShownAgain';
import { useSubmission } from '@/hooks/useSubmission';
import { openPage } from '@/services/navigation';
import { useSession } from '@/services/session';
import { CaseRow } from '../CaseRow';
import { beginCase, getCaseOfTopic } from '../case.api';
import { CASE_PAGES } from '../case.pages';

/** The case that a finished topic became, and for its convener the way to begin one. Nothing where there is neither. */
export function CaseSection({ topic }: { topic: Pick<TopicDetail, 'id' | 'state'> }) {
  return topic.state === 'closed' ? <OfFinished topicId={topic.id} /> : null;
}

function OfFinished({ topicId }: { topicId: string }) {
  const { me } = useSession();
  const { data, reload } = useAsync(() => getCaseOfTopic(topicId), [topicId, me?.id]);
  useShownAgain(reload);
  const beginning = useSubmission((id: string, key: string) => beginCase(id, key));
  if (!data || (data.item === null && !data.canBegin)) return null;
  const begin = async () => {
    const created = await beginning.submit(topicId);
    if (created) await openPage(CASE_PAGES.edit, { id: created.id });
  };
  const { item } = data;
  return (
    <Section title="典型案例">
      {item && <CaseRow item={item} now={Date.now()} onTap={() => void openPage(CASE_PAGES.detail, { id: item.id })} />}
      {data.canBegin && (
        <>
          <Text>这件事办完了。整理成案例，别的乡镇可以照着做；已知的内容会先填好。</Text>
          <ErrorNotice error={beginning.error} />
          <Button kind="secondary" icon="plus" text="整理成案例" onPress={begin} />
        </>
      )}
    </Section>
  );
}
