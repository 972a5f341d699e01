import { readAppQuery, sayPeriod } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useEffect } from 'react';
import { ErrorNotice } from '@/components/ErrorNotice';
import { Skeleton } from '@/components/ListView/Skeleton';
import { Page } from '@/components/Page';
import { ErrorBlock } from '@/components/StateBlock';
import { SignedIn } from '@/features/identity/SignedIn';
import { PlaceCode } from '@/features/links/PlaceCode';
import { getDoor, getSession } from '@/features/sessions/session.api';
import { useAsync } from '@/hooks/useAsync';
import { useAwake } from '@/hooks/useAwake';
import './index.scss';

/** Often enough that the code shown never runs out, and that the count is live. */
const REFRESH_MS = 20_000;

/** A code is taken for one more turn after the one in which it is shown. */
const GRACE_MS = 5 * 60 * 1000;

/** The QR code at the door, large enough for a projector; `?id=`. */
export default function DoorPage() {
  return (
    <Page title="签到码" width="full">
      <SignedIn hint="召集人登录后显示签到码">
        <Door />
      </SignedIn>
    </Page>
  );
}

function Door() {
  const { id = '' } = useRouter().params;
  const { data, error, reload } = useAsync(async () => {
    const [door, session] = await Promise.all([getDoor(id), getSession(id)]);
    return { door, session };
  }, [id]);

  useEffect(() => {
    const timer = setInterval(() => void reload(), REFRESH_MS);
    return () => clearInterval(timer);
  }, [reload]);
  useAwake();

  if (!data) return error ? <ErrorBlock error={error} onRetry={reload} /> : <Skeleton rows={2} />;
  const { door, session } = data;
  const [path = '', search = ''] = door.url.split('?');
  const present = session.counts.reduce((sum, count) => sum + count.present, 0);
  return (
    <View className="door">
      <View className="door__words">
        <Text className="door__title">{session.title}</Text>
        <Text className="door__fact">{sayPeriod(session.startsAt, session.endsAt, Date.now())}</Text>
        <Text className="door__fact">{session.place}</Text>
        <Text className="door__count">
          已签到 {present} 人 / 席位 {session.seated} 人
        </Text>
        <Text className="door__fact">用微信或手机相机扫一扫签到。签到自愿，也可以请召集人点名。</Text>
        <Text className="door__fact">扫不了码的，在会议页面点“我要签到”，输入数字：</Text>
        <Text className="door__digits" {...spoken(door.code)}>
          {door.code.replace(/(\d{4})(?=\d)/g, '$1 ')}
        </Text>
        <ErrorNotice error={error} onRetry={reload} />
      </View>
      {door.expiresAt > Date.now() && (
        <PlaceCode
          path={path}
          query={readAppQuery(search)}
          expiresAt={door.expiresAt + GRACE_MS}
          className="door__code"
          label="签到二维码"
        />
      )}
    </View>
  );
}

/** Digit by digit, not as a number of millions. */
const spoken = (digits: string) =>
  process.env.TARO_ENV === 'h5'
    ? { role: 'text', 'aria-label': `签到数字 ${[...digits].join(' ')}` }
    : { ariaLabel: `签到数字 ${[...digits].join(' ')}` };
