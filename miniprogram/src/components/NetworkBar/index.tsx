import { Text, View } from '@tarojs/components';
import { Icon } from '@/components/Icon';
import { Tappable } from '@/components/Tappable';
import { openPage } from '@/services/navigation';
import { useNetwork } from '@/services/network';
import { useOutbox, waitsForPerson } from '@/services/outbox';
import './index.scss';

export const OUTBOX_PAGE = '/packages/me/outbox/index';

/** Says under the title that the network is gone or slow, and what waits to be sent. */
export function NetworkBar() {
  const network = useNetwork();
  const outbox = useOutbox();
  const waiting = outbox.length;
  const held = outbox.filter(waitsForPerson).length;
  if (network === 'on' && waiting === 0) return null;
  return (
    <View className="network-bar" {...(process.env.TARO_ENV === 'h5' ? { role: 'status' } : {})}>
      {network !== 'on' && (
        <View className="network-bar__line">
          <Icon name="warning" />
          <Text>{network === 'off' ? '现在没有网络，写好的内容会留在本机' : '网络较慢，请耐心等一等'}</Text>
        </View>
      )}
      {waiting > 0 && (
        <Tappable className="network-bar__line" role="link" onTap={() => void openPage(OUTBOX_PAGE)}>
          <Icon name="clock" />
          <Text className="network-bar__words">
            待发送 {waiting} 条{held > 0 && `，${held} 条要您处理`}
          </Text>
          <Text className="network-bar__more">查看</Text>
        </Tappable>
      )}
    </View>
  );
}
