import Taro from '@tarojs/taro';
import { Button } from '@/components/Button';
import { OPEN_PAGE, openPage } from '@/services/navigation';
import { say } from '@/services/say';
import { tellRefusal } from '@/services/wechat-refusal';
import { SESSION_PAGES } from '../session.pages';
import { doorOf } from './door-code';

/** Scans the code at the door; only in WeChat, a browser's phone opens the code with its own camera. */
export function ScanButton() {
  if (process.env.TARO_ENV !== 'weapp') return null;
  const scan = async () => {
    try {
      const { result, path = '' } = await Taro.scanCode({ scanType: ['qrCode', 'wxCode'] as never });
      const door = doorOf(path || result);
      if (door) await openPage('scene' in door ? OPEN_PAGE : SESSION_PAGES.checkIn, { ...door });
      else say('这不是签到码，请扫会场门口的码');
    } catch (failure) {
      tellRefusal(failure);
    }
  };
  return <Button block kind="secondary" icon="code" text="扫码签到" onPress={scan} />;
}
