import { TENCENT_MEETING_APP_ID, tencentMeetingPath } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { Button } from '@/components/Button';
import { copyText } from '@/services/clipboard';
import { tellRefusal } from '@/services/wechat-refusal';
import './index.scss';

/** The number of a remote meeting: one tap into 腾讯会议 in WeChat, where it is one of theirs; else to copy. */
export function MeetingNumber({ number }: { number: string }) {
  const path = process.env.TARO_ENV === 'weapp' ? tencentMeetingPath(number) : null;
  return (
    <View className="meeting-number">
      <Text selectable>{number}</Text>
      {path !== null && (
        <Button
          kind="text"
          icon="phone"
          text="进腾讯会议"
          onPress={() => Taro.navigateToMiniProgram({ appId: TENCENT_MEETING_APP_ID, path }).catch(tellRefusal)}
        />
      )}
      <Button kind="text" text="复制" label={`复制会议号 ${number}`} onPress={() => copyText(number)} />
    </View>
  );
}
