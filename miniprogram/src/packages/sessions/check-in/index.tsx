import { isDoorOpen, sayPeriod } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { ErrorNotice } from '@/components/ErrorNotice';
import { Icon } from '@/components/Icon';
import { Skeleton } from '@/components/ListView/Skeleton';
import { Page } from '@/components/Page';
import { ErrorBlock } from '@/components/StateBlock';
import { requireSignIn } from '@/features/identity/require-sign-in';
import { checkIn, getSession } from '@/features/sessions/session.api';
import { SESSION_PAGES } from '@/features/sessions/session.pages';
import { useAsync } from '@/hooks/useAsync';
import { useSubmission } from '@/hooks/useSubmission';
import { openPage } from '@/services/navigation';
import { useSession } from '@/services/session';
import './index.scss';

/** Opened by the QR code at the door: `?session=&token=`. */
export default function CheckInPage() {
  const { session: id = '', token = '' } = useRouter().params;
  const { me } = useSession();
  const { data: session, error, reload } = useAsync(() => getSession(id), [id, me?.id]);
  const checkingIn = useSubmission(async (body: { token: string }, key: string) => {
    await checkIn(id, body, key);
    return true;
  });
  const press = async () => {
    if (!(await requireSignIn())) return;
    if (await checkingIn.submit({ token })) await reload();
  };

  if (!session) {
    return (
      <Page title="会议签到">{error ? <ErrorBlock error={error} onRetry={reload} /> : <Skeleton rows={1} />}</Page>
    );
  }
  const now = Date.now();
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
          <ErrorNotice error={checkingIn.error} />
          {isDoorOpen(session, now) ? (
            <Button block icon="check" text={me ? `我是${me.name}，签到` : '登录并签到'} onPress={press} />
          ) : (
            <Text>这场协商现在不能签到。</Text>
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
