import { QR_LASTS_MS, QR_PAGE, type QrSignIn, type QrState } from '@consult/shared';
import { Image, Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { ErrorNotice } from '@/components/ErrorNotice';
import { Icon } from '@/components/Icon';
import { Skeleton } from '@/components/ListView/Skeleton';
import { QrCode } from '@/components/QrCode';
import { goOnSignedIn } from '@/features/identity/after-sign-in';
import { letInPicture } from '@/features/identity/identity.api';
import { useLetIn } from '@/features/identity/use-let-in';

const SAID: Readonly<Record<QrState, string>> = {
  pending: `二维码 ${QR_LASTS_MS / 60_000} 分钟内有效`,
  scanned: '已扫码，请在手机上确认',
  confirmed: '已确认，正在登录',
  used: '已登录',
  refused: '手机上点了“不是我”，没有登录',
  expired: '二维码已过期',
};

/**
 * The code that a phone scans to let this desktop in.
 * @param inWechat shows the mini-program's code where WeChat draws one; otherwise the page's address as a code
 */
export function DesktopCode({ inWechat }: { inWechat: boolean }) {
  const { asked, state, error, again } = useLetIn(() => void goOnSignedIn());
  const over = state === 'expired' || state === 'refused';
  return (
    <Card className="sign-in__desktop">
      {asked && !over && <Code key={asked.id} asked={asked} inWechat={inWechat} />}
      {!asked && !error && <Skeleton rows={1} />}
      {over && (
        <View className="sign-in__over">
          <Icon name="refresh" scale={2} />
        </View>
      )}
      <View className="sign-in__steps">
        <Text className="sign-in__state" {...(process.env.TARO_ENV === 'h5' ? { role: 'status' } : {})}>
          {SAID[state]}
        </Text>
        <Text className="sign-in__words">
          {inWechat
            ? '打开手机微信，用“扫一扫”扫这个码，在手机上点“确认登录”。'
            : '用已登录的手机扫这个码，在手机上点“确认登录”。'}
        </Text>
        <ErrorNotice error={error} />
        <Button kind={over ? 'primary' : 'secondary'} icon="refresh" text="刷新" onPress={again} />
      </View>
    </Card>
  );
}

function Code({ asked, inWechat }: { asked: QrSignIn; inWechat: boolean }) {
  const [drawn, setDrawn] = useState(inWechat);
  const label = '登录二维码';
  if (drawn) {
    return (
      <Image
        className="qr-code"
        src={letInPicture(asked)}
        nativeProps={{ alt: label }}
        onError={() => setDrawn(false)}
      />
    );
  }
  const address = `${window.location.origin}/${QR_PAGE}?scene=${asked.scene}`;
  return <QrCode text={address} label={label} />;
}
