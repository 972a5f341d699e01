import { MINUTE_MS, type StaffSetup, type StaffSignIn, sayMoment } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { ErrorNotice } from '@/components/ErrorNotice';
import { TextField } from '@/components/TextField';
import { goOnSignedIn } from '@/features/identity/after-sign-in';
import { signInAsStaff } from '@/features/identity/identity.api';
import { useSubmission } from '@/hooks/useSubmission';
import type { ApiError } from '@/services/api-error';
import { keepSession } from '@/services/identity';
import { StaffSetUp } from './StaffSetUp';

/** 今天 14:35, when a locked account opens again; null when it is not locked. */
function openAgainAt(error: ApiError | null): string | null {
  const minutes = error?.code === 'AUTH.LOCKED' ? error.details.minutes : null;
  if (typeof minutes !== 'number') return null;
  const now = Date.now();
  return sayMoment(now + minutes * MINUTE_MS, now);
}

/** Staff at a desk: user name, password and the six digits of their authenticator. */
export function StaffEntry() {
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [tried, setTried] = useState(false);
  const [setup, setSetup] = useState<StaffSetup | null>(null);
  const { submit, error, state } = useSubmission((body: StaffSignIn, key: string) => signInAsStaff(body, key));

  if (setup) return <StaffSetUp setup={setup} username={username.trim()} onOver={() => setSetup(null)} />;

  const press = async () => {
    setTried(true);
    if (username.trim() === '' || password === '') return;
    const answer = await submit({ username: username.trim(), password, ...(code.trim() && { code: code.trim() }) });
    if (!answer) return;
    setCode('');
    if (answer.signedIn) {
      keepSession(answer.signedIn);
      await goOnSignedIn();
    } else setSetup(answer.setup);
  };
  const until = openAgainAt(error);
  const missing = (value: string, what: string) => (tried && value.trim() === '' ? `请输入${what}` : null);
  return (
    <Card>
      <Text className="sign-in__words">供有工作账号的人员使用。没有账号的，请联系县里的系统管理员。</Text>
      <TextField
        label="用户名"
        required
        value={username}
        error={missing(username, '用户名') ?? error?.fields.username}
        onChange={setUsername}
      />
      <TextField
        label="密码"
        type="password"
        required
        value={password}
        error={missing(password, '密码') ?? error?.fields.password}
        onChange={setPassword}
      />
      <TextField
        label="验证码"
        type="tel"
        hint="手机验证器上的 6 位数字。第一次登录不用填。"
        value={code}
        error={error?.fields.code}
        onChange={setCode}
      />
      <ErrorNotice error={error} />
      {until && (
        <View className="sign-in__wrong">
          <Text>{until} 以后可以再试。忘了密码请找系统管理员重置。</Text>
        </View>
      )}
      <Button block text="登录" loading={state === 'sending'} onPress={press} />
    </Card>
  );
}
