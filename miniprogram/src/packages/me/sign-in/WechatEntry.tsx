import { Text } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { goOnSignedIn } from '@/features/identity/after-sign-in';
import { signInSilently } from '@/services/silent-sign-in';

/** Tries WeChat's sign-in once more, by hand, where it did not come about by itself. */
export function WechatEntry() {
  const [failed, setFailed] = useState(false);
  const enter = async () => {
    setFailed(false);
    if (await signInSilently()) await goOnSignedIn();
    else setFailed(true);
  };
  return (
    <Card>
      <Text className="sign-in__words">用您的微信登录，不用记密码。</Text>
      {failed && <Text className="sign-in__wrong">没有登录成功。请检查网络，再试一次。</Text>}
      <Button block text="微信登录" onPress={enter} />
    </Card>
  );
}
