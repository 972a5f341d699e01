import { passwordProblem, type StaffSetup } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { ErrorNotice } from '@/components/ErrorNotice';
import { QrCode } from '@/components/QrCode';
import { Section } from '@/components/Section';
import { TextField } from '@/components/TextField';
import { goOnSignedIn } from '@/features/identity/after-sign-in';
import { setUpStaff } from '@/features/identity/identity.api';
import { NewPassword } from '@/features/identity/NewPassword';
import { useSubmission } from '@/hooks/useSubmission';
import { copyText } from '@/services/clipboard';
import { keepSession } from '@/services/identity';

interface Props {
  setup: StaffSetup;
  username: string;
  /** The time for it has run out: one signs in again. */
  onOver(): void;
}

/** 2ABC 3DEF: in fours, to be typed by hand. */
const inFours = (secret: string): string => (secret.match(/.{1,4}/g) ?? []).join(' ');

/** The first sign-in: an authenticator, and a password of one's own. */
export function StaffSetUp({ setup, username, onOver }: Props) {
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const [code, setCode] = useState('');
  const [tried, setTried] = useState(false);
  const { submit, error, state } = useSubmission(setUpStaff);

  const wrongCode = /^\d{6}$/.test(code.trim()) ? null : '请输入验证器上的 6 位数字';
  const press = async () => {
    setTried(true);
    if (passwordProblem(password, username) !== null || password !== again || wrongCode !== null) return;
    const signedIn = await submit({ ticket: setup.ticket, password, code: code.trim() });
    if (!signedIn) return;
    keepSession(signedIn);
    await goOnSignedIn();
  };
  return (
    <View>
      <Section title="第一步：绑定验证器">
        <Card className="sign-in__desktop">
          <QrCode text={setup.otpauth} label="验证器二维码" />
          <View className="sign-in__steps">
            <Text className="sign-in__words">
              在手机上打开验证器应用（如“腾讯身份验证器”小程序），扫这个码。扫不了的，手工输入密钥：
            </Text>
            <View className="sign-in__secret">
              <Text selectable>{inFours(setup.secret)}</Text>
            </View>
            <Button kind="secondary" text="复制密钥" onPress={() => copyText(setup.secret)} />
          </View>
        </Card>
      </Section>
      <Section title="第二步：设置自己的密码">
        <Card>
          <NewPassword
            username={username}
            password={password}
            again={again}
            tried={tried}
            onPassword={setPassword}
            onAgain={setAgain}
          />
        </Card>
      </Section>
      <Section title="第三步：输入验证码">
        <Card>
          <TextField
            label="验证码"
            type="tel"
            required
            value={code}
            error={tried ? (wrongCode ?? error?.fields.code) : null}
            onChange={setCode}
          />
          <ErrorNotice error={error} />
          {error?.code === 'AUTH.SETUP_EXPIRED' && <Button block kind="secondary" text="重新登录" onPress={onOver} />}
          <Button block text="完成并登录" loading={state === 'sending'} onPress={press} />
        </Card>
      </Section>
    </View>
  );
}
