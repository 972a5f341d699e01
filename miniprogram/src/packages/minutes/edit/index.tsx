import { useRouter } from '@tarojs/taro';
import { Skeleton } from '@/components/ListView/Skeleton';
import { Page } from '@/components/Page';
import { ErrorBlock, StateBlock } from '@/components/StateBlock';
import { SignedIn } from '@/features/identity/SignedIn';
import { getMinutes } from '@/features/minutes/minutes.api';
import { useAsync } from '@/hooks/useAsync';
import { useSession } from '@/services/session';
import { MinutesEditor } from './MinutesEditor';
import './index.scss';

/** Where the recorder writes one version of minutes; `?id=`. */
export default function MinutesEditPage() {
  const { id = '' } = useRouter().params;
  const { me } = useSession();
  const { data: minutes, error, reload } = useAsync(() => getMinutes(id), [id, me?.id]);
  if (minutes?.canEdit) {
    return <MinutesEditor key={minutes.id} minutes={minutes} />;
  }
  return (
    <Page title="填写会议纪要">
      <SignedIn hint="记录人和召集人登录后填写">
        {minutes && <StateBlock kind="forbidden" title="这份会议纪要现在不能修改" />}
        {!minutes && (error ? <ErrorBlock error={error} onRetry={reload} /> : <Skeleton rows={4} />)}
      </SignedIn>
    </Page>
  );
}
