import type { StaffInitialPassword } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { Button } from '@/components/Button';
import { Sheet } from '@/components/Sheet';
import { copyText } from '@/services/clipboard';
import './index.scss';

/** The first password of an account, seen this once. */
export function InitialPassword({ opened, onClose }: { opened: StaffInitialPassword; onClose(): void }) {
  const { username, password } = opened;
  return (
    <Sheet
      open
      title="初始密码"
      onClose={onClose}
      footer={
        <>
          <Button
            block
            kind="secondary"
            text="复制"
            onPress={() => copyText(`用户名：${username}\n初始密码：${password}`)}
          />
          <Button block text="已记下" onPress={onClose} />
        </>
      }
    >
      <Text className="staff__note">只显示这一次。请当面或打电话告诉本人，首次登录时要改成自己的密码。</Text>
      <Text>用户名</Text>
      <View className="staff__password">
        <Text selectable>{username}</Text>
      </View>
      <Text>初始密码</Text>
      <View className="staff__password">
        <Text selectable>{password}</Text>
      </View>
    </Sheet>
  );
}
