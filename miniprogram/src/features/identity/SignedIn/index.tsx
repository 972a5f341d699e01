import type { ReactNode } from 'react';
import { StateBlock } from '@/components/StateBlock';
import { useSession } from '@/services/session';
import { requireSignIn } from '../require-sign-in';

interface Props {
  /** What signing in is for. */
  hint?: string;
  children: ReactNode;
}

/** Shows its content to somebody signed in, and to a visitor the way to sign in. */
export function SignedIn({ hint, children }: Props) {
  const { me } = useSession();
  if (me) return <>{children}</>;
  return (
    <StateBlock kind="forbidden" title="请先登录" hint={hint} action={{ label: '去登录', onPress: requireSignIn }} />
  );
}
