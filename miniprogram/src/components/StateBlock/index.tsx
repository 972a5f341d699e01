import { Text, View } from '@tarojs/components';
import { Button } from '@/components/Button';
import { Icon, type IconName } from '@/components/Icon';
import { useShownAgain } from '@/hooks/useShownAgain';
import type { ApiError } from '@/services/api-error';
import { openPage, SIGN_IN_PAGE } from '@/services/navigation';
import { useSession } from '@/services/session';
import './index.scss';

export type StateKind = 'empty' | 'error' | 'forbidden' | 'loading';

const LOOK: Readonly<Record<StateKind, { icon: IconName; title: string }>> = {
  empty: { icon: 'empty', title: '这里还没有内容' },
  error: { icon: 'warning', title: '没有打开' },
  forbidden: { icon: 'lock', title: '您无权查看' },
  loading: { icon: 'clock', title: '正在打开' },
};

interface Props {
  kind: StateKind;
  title?: string;
  hint?: string;
  action?: { label: string; onPress(): unknown; reads?: boolean };
}

/** What stands in place of content: nothing yet, a failure, no right to see it. */
export function StateBlock({ kind, title, hint, action }: Props) {
  return (
    <View className={`state-block state-block--${kind}`}>
      <Icon name={LOOK[kind].icon} scale={2.2} className="state-block__icon" />
      <Text className="state-block__title">{title ?? LOOK[kind].title}</Text>
      {hint && <Text className="state-block__hint">{hint}</Text>}
      {action && <Button kind="secondary" reads={action.reads} text={action.label} onPress={action.onPress} />}
    </View>
  );
}

/** The block for a page or list that could not be read. */
export function ErrorBlock({ error, onRetry }: { error: ApiError; onRetry(): unknown }) {
  if (error.status === 401) return <SignInFirst title={error.message} onSignedIn={onRetry} />;
  if (error.status === 403) return <StateBlock kind="forbidden" title={error.message} />;
  if (error.status === 404) return <NotFound title={error.message} onSignedIn={onRetry} />;
  return <StateBlock kind="error" title={error.message} action={{ label: '重试', onPress: onRetry, reads: true }} />;
}

/** Nobody is signed in: the way to do so, and the same once more when they come back. */
function SignInFirst({ title, onSignedIn }: { title: string; onSignedIn(): unknown }) {
  useShownAgain(onSignedIn);
  return (
    <StateBlock kind="forbidden" title={title} action={{ label: '去登录', onPress: () => openPage(SIGN_IN_PAGE) }} />
  );
}

/** Unknown and not to be seen are the same answer; who has not signed in may be shown more once they have. */
function NotFound({ title, onSignedIn }: { title: string; onSignedIn(): unknown }) {
  const { signedIn } = useSession();
  useShownAgain(onSignedIn);
  if (signedIn) return <StateBlock kind="empty" title={title} />;
  const action = { label: '去登录', onPress: () => openPage(SIGN_IN_PAGE) };
  return <StateBlock kind="empty" title={title} hint="如果是给您看的，登录以后再看。" action={action} />;
}
