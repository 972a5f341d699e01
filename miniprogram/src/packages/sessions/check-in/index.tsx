import { DOOR_CODE_DIGITS, isDoorOpen, sayPeriod } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { ErrorNotice } from '@/components/ErrorNotice';
import { Icon } from '@/components/Icon';
import { Skeleton } from '@/components/ListView/Skeleton';
import { Page } from '@/components/Page';
import { ErrorBlock } from '@/components/StateBlock';
import { TextField } from '@/components/TextField';
import { requireSignIn } from '@/features/identity/require-sign-in';
import { ScanButton } from '@/features/sessions/ScanButton';
import { checkIn, getSession } from '@/features/sessions/session.api';
import { SESSION_PAGES } from '@/features/sessions/session.pages';
import { useAsync } from '@/hooks/useAsync';
import { useSubmission } from '@/hooks/useSubmission';
import { openPage } from '@/services/navigation';
import { useSession } from '@/services/session';
import './index.scss';

/** Opened by the code at the door, `?session=&token=`, or without the token, to type the digits beside that code. */
export default function CheckInPage() {
  const { session: id = '', token: scanned = '' } = useRouter().params;
  const [typed, setTyped] = useState('');
  const [tried, setTried] = useState(false);
  // One that ran out while it was signed in leads to typing the new one.
  const [typing, setTyping] = useState(scanned === '');
  const { me } = useSession();
  const { data: session, error, reload } = useAsync(() => getSession(id), [id, me?.id]);
  const checkingIn = useSubmission(async (body: { token: string }, key: string) => {
    await checkIn(id, body, key);
    return true;
  });
  const press = async () => {
    setTried(true);
    if (typing && typed.length !== DOOR_CODE_DIGITS) return;
    if (!(await requireSignIn())) return;
    if (await checkingIn.submit({ token: typing ? typed : scanned })) await reload();
  };

  if (!session) {
    return (
      <Page title="会议签到">{error ? <ErrorBlock error={error} onRetry={reload} /> : <Skeleton rows={1} />}</Page>
    );
  }
  const now = Date.now();
  const doorOpen = isDoorOpen(session, now);
  const present = checkingIn.state === 'done' || session.mine?.present === true;
  const refused = checkingIn.error?.code;
  return (
    <Page title="会议签到">
      <Card>
        <Text className="check-in__title">{session.title}</Text>
        <Text className="check-in__fact">{sayPeriod(session.startsAt, session.endsAt, now)}</Text>
        <Text className="check-in__fact">{session.place}</Text>
      </Card>
      {present ? (
        <View className="check-in__done">
          <Icon name="check" scale={3} />
          <Text className="check-in__result">{me ? `${me.name}，您已签到` : '已签到'}</Text>
          <Text>请入座，会议资料和议程在会议页面里。</Text>
        </View>
      ) : (
        <>
          {typing && doorOpen && (
            <Card>
              <TextField
                label="签到数字"
                hint={`会场门口屏幕上的 ${DOOR_CODE_DIGITS} 位数字`}
                required
                type="number"
                value={typed}
                error={tried && typed.length !== DOOR_CODE_DIGITS ? `请输入 ${DOOR_CODE_DIGITS} 位数字` : null}
                onChange={(text) => setTyped(text.replace(/\D/g, '').slice(0, DOOR_CODE_DIGITS))}
              />
            </Card>
          )}
          <ErrorNotice error={checkingIn.error} />
          {doorOpen ? (
            <Button block icon="check" text={me ? `我是${me.name}，签到` : '登录并签到'} onPress={press} />
          ) : (
            <Text>这场协商现在不能签到。</Text>
          )}
          {typing && doorOpen && <ScanButton />}
          {!typing && refused === 'SESSION.DOOR_CODE_INVALID' && (
            <Button block kind="secondary" text="输入门口的数字" onPress={() => setTyping(true)} />
          )}
          {refused === 'SESSION.NOT_LISTED' && (
            <Text className="check-in__fact">名单上没有您。可以先报名，或请召集人把您加到名单上。</Text>
          )}
        </>
      )}
      <Button block kind="text" text="看会议安排" onPress={() => openPage(SESSION_PAGES.detail, { id })} />
    </Page>
  );
}
