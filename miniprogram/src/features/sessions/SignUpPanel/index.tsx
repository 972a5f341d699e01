import { isDoorOpen, isSignUpOpen, rolesIn, type SessionDetail, signUpCategories } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { Icon } from '@/components/Icon';
import { requireSignIn } from '@/features/identity/require-sign-in';
import { useMoves } from '@/hooks/useMoves';
import { openPage } from '@/services/navigation';
import { useSession } from '@/services/session';
import { CategorySheet } from '../CategorySheet';
import { getSession, giveBackSeat, signUp } from '../session.api';
import { SESSION_PAGES } from '../session.pages';
import { sayMyPlace } from './my-place';
import './index.scss';

interface Props {
  session: SessionDetail;
  /** Reads the session again. */
  onChanged(): unknown;
}

/** How many seats there are, whether one is mine, and the way to take one or give it back. */
export function SignUpPanel({ session, onChanged }: Props) {
  const { signedIn, grants } = useSession();
  const roles = rolesIn(grants, session.township);
  const [choosing, setChoosing] = useState(false);
  const { ask, sheet } = useMoves(onChanged);
  const open = isSignUpOpen(session, Date.now());
  const mine = session.mine?.seating === 'cancelled' ? null : session.mine;
  const waiting = mine?.seating === 'waiting';
  // A visitor is asked who they are only once they press it.
  const offered = !mine && (signedIn ? session.canSignUp : open);
  const full = session.seated >= session.seats;

  const begin = async () => {
    if (!(await requireSignIn())) return;
    // Somebody who has just signed in may be on the list already, or may not sign up here.
    const asNow = await getSession(session.id).catch(() => null);
    if (asNow?.canSignUp) setChoosing(true);
    else await onChanged();
  };
  const giveBack = () =>
    ask({
      title: waiting ? '退出候补' : '让出席位',
      text: waiting ? '退出后再报名，要重新排队。' : '席位会让给候补的人；再报名要重新排队。',
      confirmLabel: '确定',
      danger: true,
      onConfirm: async (_, key) => ({ answer: await giveBackSeat(session.id, key) }),
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
      {offered && <Button block icon="check" text={full ? '报名候补' : '我要报名'} onPress={begin} />}
      {mine?.seating === 'seated' && mine.present !== true && isDoorOpen(session, Date.now()) && (
        <Button
          block
          icon="code"
          text="我要签到"
          onPress={() => openPage(SESSION_PAGES.checkIn, { session: session.id })}
        />
      )}
      {mine && open && (
        <Button block kind="secondary" text={waiting ? '退出候补' : '去不了，让出席位'} onPress={giveBack} />
      )}
      {choosing && (
        <CategorySheet
          title={full ? '报名候补' : '报名参会'}
          text={full ? '席位已满。有人让出时，按报名先后递补。' : undefined}
          confirmLabel="确定报名"
          categories={signUpCategories(roles)}
          first={roles.has('member') ? 'member' : 'resident'}
          send={(body, key) => signUp(session.id, body, key)}
          onDone={(changed) => {
            setChoosing(false);
            if (changed) void onChanged();
          }}
        />
      )}
      {sheet}
    </Card>
  );
}
