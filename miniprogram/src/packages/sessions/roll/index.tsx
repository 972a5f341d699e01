import {
  isRollOpen,
  LIST_STATES,
  PARTICIPANT_CATEGORY_LABELS,
  type SessionDetail,
  type SessionParticipant,
} from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { Skeleton } from '@/components/ListView/Skeleton';
import { Page } from '@/components/Page';
import { Section } from '@/components/Section';
import { ErrorBlock, StateBlock } from '@/components/StateBlock';
import { SignedIn } from '@/features/identity/SignedIn';
import { PaperButtons } from '@/features/papers/PaperButtons';
import { allParticipants, seatedByCategory } from '@/features/sessions/all-participants';
import { getSession, removeParticipant } from '@/features/sessions/session.api';
import { useAsync } from '@/hooks/useAsync';
import { useMoves } from '@/hooks/useMoves';
import { Composition } from './Composition';
import { GuestSheet } from './GuestSheet';
import { InviteSheet } from './InviteSheet';
import { RollRow } from './RollRow';
import './index.scss';

/** Who is on the list, and who came; `?id=`. */
export default function RollPage() {
  return (
    <Page title="名单与点名">
      <SignedIn hint="召集人登录后看名单">
        <Roll />
      </SignedIn>
    </Page>
  );
}

function Roll() {
  const { id = '' } = useRouter().params;
  const { data, error, reload, change } = useAsync(async () => {
    const [session, people] = await Promise.all([getSession(id), allParticipants(id)]);
    return { session, people };
  }, [id]);
  const [adding, setAdding] = useState<'person' | 'guest' | null>(null);
  const { ask, sheet } = useMoves(reload);

  if (!data) return error ? <ErrorBlock error={error} onRetry={reload} /> : <Skeleton rows={4} />;
  const { session, people } = data;
  const now = Date.now();
  const rolling = session.canTakeRoll && isRollOpen(session, now);
  const listing = mayChangeList(session);
  const waiting = people.filter(({ seating }) => seating === 'waiting');

  const marked = (participantId: string, present: boolean) =>
    change((now) => ({
      ...now,
      people: now.people.map((one) => (one.id === participantId ? { ...one, present } : one)),
    }));
  const added = () => {
    setAdding(null);
    void reload();
  };
  const remove = (person: SessionParticipant) =>
    ask({
      title: '移出名单',
      text: `把${person.name}移出名单，席位让给候补的人。`,
      confirmLabel: '移出',
      danger: true,
      onConfirm: async (_, key) => ({ answer: await removeParticipant(id, person.id, key) }),
    });
  const row = (person: SessionParticipant) => (
    <RollRow
      key={person.id}
      sessionId={id}
      person={person}
      rolling={rolling && person.seating === 'seated'}
      removable={listing}
      onMarked={(present) => marked(person.id, present)}
      onRemove={() => void remove(person)}
    />
  );

  return (
    <View>
      <Summary session={session} people={people} rolling={rolling} />
      {listing && (
        <View className="roll__invite">
          <Button block kind="secondary" icon="plus" text="邀请参会人" onPress={() => setAdding('person')} />
          <Button block kind="secondary" icon="plus" text="登记没有账号的人" onPress={() => setAdding('guest')} />
        </View>
      )}
      {LIST_STATES.includes(session.state) && <Composition id={id} people={people} />}
      {people.length === 0 && <StateBlock kind="empty" title="名单上还没有人" hint="可以邀请，也可以等大家报名" />}
      {seatedByCategory(people).map((group) => (
        <Section
          key={group.category}
          title={`${PARTICIPANT_CATEGORY_LABELS[group.category]}（${group.people.length}）`}
        >
          <Card>{group.people.map(row)}</Card>
        </Section>
      ))}
      {waiting.length > 0 && (
        <Section title={`候补（${waiting.length}）`}>
          <Card>{waiting.map(row)}</Card>
        </Section>
      )}
      {people.length > 0 && (
        <PaperButtons path={`/sessions/${id}/attendance.docx`} text="下载签到表" printable={false} />
      )}
      {adding === 'person' && <InviteSheet session={session} onDone={added} />}
      {adding === 'guest' && <GuestSheet session={session} names={people.map(({ name }) => name)} onDone={added} />}
      {sheet}
    </View>
  );
}

/** Who reads the list without running the session has no moves. */
const mayChangeList = ({ state, actions }: SessionDetail): boolean => LIST_STATES.includes(state) && actions.length > 0;

function Summary(props: { session: SessionDetail; people: readonly SessionParticipant[]; rolling: boolean }) {
  const { session, people, rolling } = props;
  const seated = people.filter(({ seating }) => seating === 'seated');
  const present = seated.filter((person) => person.present === true).length;
  return (
    <Card>
      <Text className="roll__title">{session.title}</Text>
      <Text className="roll__sum">
        应到 {seated.length} 人{rolling || present > 0 ? `，已到 ${present} 人` : `，席位 ${session.seats} 个`}
      </Text>
      {!rolling && LIST_STATES.includes(session.state) && (
        <Text className="roll__hint">会前两小时起可以点名。签到只作会议记录，不计分、不排名。</Text>
      )}
    </Card>
  );
}
