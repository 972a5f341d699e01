import type { RoundSummary } from '@consult/shared';
import { View } from '@tarojs/components';
import { Button } from '@/components/Button';
import { Section } from '@/components/Section';
import { useAsync } from '@/hooks/useAsync';
import { useShownAgain } from '@/hooks/useShownAgain';
import { openPage } from '@/services/navigation';
import { useSession } from '@/services/session';
import { listRounds } from '../opinion.api';
import { OPINION_PAGES } from '../opinion.pages';
import { RoundRow } from '../RoundRow';

type Subject = { topicId: string } | { sessionId: string };

interface Props {
  /** The topic or the session that they are about. */
  subject: Subject;
  /** Whether this person may start one about it. */
  canStart: boolean;
}

/** All of them; none where they could not be read, as the page around them is worth more than an error about this. */
async function roundsAbout(subject: Subject): Promise<RoundSummary[]> {
  try {
    return (await listRounds(subject)).items;
  } catch {
    return [];
  }
}

/** The opinion rounds about a topic or a session; nothing where there are none and none may be started. */
export function RoundCards({ subject, canStart }: Props) {
  const { me } = useSession();
  const key = 'topicId' in subject ? subject.topicId : subject.sessionId;
  const { data, reload } = useAsync(() => roundsAbout(subject), [key, me?.id]);
  useShownAgain(reload);
  const rounds = data ?? [];
  if (rounds.length === 0 && !canStart) return null;
  const now = Date.now();
  return (
    <Section title="网络议政">
      <View>
        {rounds.map((round) => (
          <RoundRow
            key={round.id}
            round={round}
            now={now}
            onTap={() => void openPage(OPINION_PAGES.round, { id: round.id })}
          />
        ))}
        {canStart && (
          <Button
            block
            kind="secondary"
            icon="comment"
            text="发起网络议政"
            onPress={() => openPage(OPINION_PAGES.edit, { ...subject })}
          />
        )}
      </View>
    </Section>
  );
}
