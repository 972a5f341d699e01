import { telOf } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { Button } from '@/components/Button';
import { useWideScreen } from '@/hooks/useWideScreen';
import { copyText } from '@/services/clipboard';
import { tellRefusal } from '@/services/wechat-refusal';
import './index.scss';

/** The telephone number of a remote meeting: one tap to call on a phone; at a desktop it is copied. */
export function DialIn({ number }: { number: string }) {
  const wide = useWideScreen();
  return (
    <View className="meeting-number">
      <Text selectable>{number}</Text>
      {wide ? (
        <Button kind="text" text="复制" label={`复制电话 ${number}`} onPress={() => copyText(number)} />
      ) : (
        <Button
          kind="text"
          icon="phone"
          text="打电话参会"
          onPress={() => Taro.makePhoneCall({ phoneNumber: telOf(number) }).catch(tellRefusal)}
        />
      )}
    </View>
  );
}
