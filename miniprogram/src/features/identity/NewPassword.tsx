import { PASSWORD_LIMITS, passwordProblem } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { Icon } from '@/components/Icon';
import { TextField } from '@/components/TextField';
import { cx } from '@/utils/cx';
import './NewPassword.scss';

interface Props {
  username: string;
  password: string;
  again: string;
  /** Sending was tried: what is missing is said too. */
  tried: boolean;
  /** What the server said of the password. */
  refused?: string;
  onPassword(value: string): void;
  onAgain(value: string): void;
}

/** A new password, typed twice, with what is still wrong with it while it is typed. */
export function NewPassword({ username, password, again, tried, refused, onPassword, onAgain }: Props) {
  const problem = passwordProblem(password, username);
  const differs = password !== again;
  const said = password !== '' || tried;
  return (
    <View>
      <TextField
        label="新密码"
        type="password"
        hint={`${PASSWORD_LIMITS.min} 到 ${PASSWORD_LIMITS.max} 位，含大写字母、小写字母、数字、符号中的三种`}
        required
        value={password}
        error={said ? (problem ?? refused) : null}
        onChange={onPassword}
      />
      <TextField
        label="再输一遍"
        type="password"
        required
        value={again}
        error={differs && (again !== '' || tried) ? '两次输入的不一样' : null}
        onChange={onAgain}
      />
      <View className={cx('new-password', problem === null && !differs && 'new-password--good')}>
        <Icon name={problem === null && !differs ? 'check' : 'info'} />
        <Text>{problem === null && !differs ? '密码可以用' : '请设一个自己记得住、别人猜不到的密码'}</Text>
      </View>
    </View>
  );
}
