import {
  PARTICIPANT_CATEGORIES,
  PARTICIPANT_CATEGORY_LABELS,
  type ParticipantCategory,
  type SessionDetail,
  SIGN_UP_STATES,
} from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { ChoiceField } from '@/components/ChoiceField';
import { ErrorNotice } from '@/components/ErrorNotice';
import { Icon } from '@/components/Icon';
import { Sheet } from '@/components/Sheet';
import { requireSignIn } from '@/features/identity/require-sign-in';
import { useMoves } from '@/hooks/useMoves';
import { useSubmission } from '@/hooks/useSubmission';
import { currentSession, useSession } from '@/services/session';
import { getSession, giveBackSeat, signUp } from '../session.api';
import { sayMyPlace } from './my-place';
import './index.scss';

interface Props {
  session: SessionDetail;
  /** Reads the session again. */
  onChanged(): unknown;
}

const CHOICES = PARTICIPANT_CATEGORIES.map((value) => ({ value, label: PARTICIPANT_CATEGORY_LABELS[value] }));

/** How many seats there are, whether one is mine, and the way to take one or give it back. */
export function SignUpPanel({ session, onChanged }: Props) {
  const { signedIn } = useSession();
  const [choosing, setChoosing] = useState(false);
  const [category, setCategory] = useState<ParticipantCategory>('resident');
  const { ask, sheet } = useMoves(onChanged);
  const signingUp = useSubmission(async (body: { category: ParticipantCategory }, key: string) => {
    await signUp(session.id, body, key);
    return true;
  });
  const open = SIGN_UP_STATES.includes(session.state);
  const mine = session.mine?.seating === 'cancelled' ? null : session.mine;
  // A visitor is asked who they are only once they press it.
  const offered = signedIn ? session.canSignUp : open;
  const full = session.seated >= session.seats;

  const begin = async () => {
    if (!(await requireSignIn())) return;
    const now = await getSession(session.id).catch(() => null);
    if (!now?.canSignUp) {
      await onChanged();
      return;
    }
    setCategory(currentSession().hasRole('member') ? 'member' : 'resident');
    signingUp.reset();
    setChoosing(true);
  };
  const send = async () => {
    const done = await signingUp.submit({ category });
    if (!done) return;
    setChoosing(false);
    await onChanged();
  };
  const giveBack = () =>
    ask({
      title: mine?.seating === 'waiting' ? '退出候补' : '取消参会',
      text: mine?.seating === 'waiting' ? '退出后，再报名要重新排队。' : '席位会让给候补的人，再报名要重新排队。',
      confirmLabel: '确定',
      danger: true,
      onConfirm: async (_, key) => ({ done: await giveBackSeat(session.id, key) }),
    });

  if (!open && !mine) return null;
  return (
    <Card>
      <View className="sign-up-panel__seats">
        <Icon name="people" />
        <Text>
          席位 {session.seats} 个，已有 {session.seated} 人{session.waiting > 0 && `，${session.waiting} 人候补`}
        </Text>
      </View>
      {mine && <Text className="sign-up-panel__mine">{sayMyPlace(session, mine)}</Text>}
      {offered && !mine && <Button block icon="check" text={full ? '报名候补' : '我要报名'} onPress={begin} />}
      {mine && open && (
        <Button
          block
          kind="secondary"
          text={mine.seating === 'waiting' ? '退出候补' : '去不了，让出席位'}
          onPress={giveBack}
        />
      )}
      <Sheet
        open={choosing}
        title={full ? '报名候补' : '报名参会'}
        onClose={() => setChoosing(false)}
        footer={<Button block text="确定报名" onPress={send} />}
      >
        <ChoiceField
          label="您以什么身份参加"
          required
          choices={CHOICES}
          value={[category]}
          onChange={([chosen]) => chosen && setCategory(chosen)}
        />
        {full && <Text className="sign-up-panel__hint">席位已满。有人让出时，按报名先后递补。</Text>}
        <ErrorNotice error={signingUp.error} />
      </Sheet>
      {sheet}
    </Card>
  );
}
