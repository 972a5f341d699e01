import { type ResearchQuery } from '@consult/shared';
import { Button } from '@/components/Button';
import { Section } from '@/components/Section';
import { useAsync } from '@/hooks/useAsync';
import { useShownAgain } from '@/hooks/useShownAgain';
import { openPage } from '@/services/navigation';
import { useSession } from '@/services/session';
import { ResearchRow } from '../ResearchRow';
import { listResearch } from '../research.api';
import { RESEARCH_PAGES } from '../research.pages';

/** Of a topic or of a session, and how that stands: whether a research may begin changes with it. */
type Props = ResearchQuery & { state: string };

/**
 * What was found out before a topic or a session was deliberated, and for those who plan it the way to begin. Nothing
 * where there is neither; nothing either when it cannot be read, since the page around it can.
 */
export function ResearchSection({ topicId, sessionId, state }: Props) {
  const { me } = useSession();
  const { data, reload } = useAsync(() => listResearch({ topicId, sessionId }), [topicId, sessionId, state, me?.id]);
  useShownAgain(reload);
  if (!data || (data.items.length === 0 && !data.canBegin)) return null;
  const now = Date.now();
  return (
    <Section title="会前调研">
      {data.items.map((research) => (
        <ResearchRow
          key={research.id}
          research={research}
          now={now}
          onTap={() => void openPage(RESEARCH_PAGES.detail, { id: research.id })}
        />
      ))}
      {data.canBegin && (
        <Button
          kind="secondary"
          icon="plus"
          text="安排会前调研"
          onPress={() => openPage(RESEARCH_PAGES.edit, topicId ? { topicId } : { sessionId })}
        />
      )}
    </Section>
  );
}
