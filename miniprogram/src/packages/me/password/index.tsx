import { passwordProblem } from '@consult/shared';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { ErrorNotice } from '@/components/ErrorNotice';
import { Page } from '@/components/Page';
import { TextField } from '@/components/TextField';
import { changePassword } from '@/features/identity/identity.api';
import { NewPassword } from '@/features/identity/NewPassword';
import { SignedIn } from '@/features/identity/SignedIn';
import { useSubmission } from '@/hooks/useSubmission';
import { goBack } from '@/services/navigation';
import { say } from '@/services/say';

/** Staff change their password; every other device has to sign in again. */
export default function PasswordPage() {
  const [current, setCurrent] = useState('');
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const [tried, setTried] = useState(false);
  const { submit, error, state } = useSubmission(async (body: { current: string; password: string }, key: string) => {
    await changePassword(body, key);
    return true;
  });

  const press = async () => {
    setTried(true);
    // The user name is not known here; the server looks whether it is part of the password.
    if (current === '' || passwordProblem(password, '\n') !== null || password !== again) return;
    if (!(await submit({ current, password }))) return;
    say('密码已修改');
    await goBack();
  };
  return (
    <Page title="修改密码">
      <SignedIn>
        <Card>
          <TextField
            label="现在的密码"
            type="password"
            required
            value={current}
            error={tried && current === '' ? '请输入现在的密码' : error?.fields.current}
            onChange={setCurrent}
          />
          <NewPassword
            username={'\n'}
            password={password}
            again={again}
            tried={tried}
            refused={error?.fields.password}
            onPassword={setPassword}
            onAgain={setAgain}
          />
        </Card>
        <ErrorNotice error={error} />
        <Button block text="保存新密码" loading={state === 'sending'} onPress={press} />
      </SignedIn>
    </Page>
  );
}
