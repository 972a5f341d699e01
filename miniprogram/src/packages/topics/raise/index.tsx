import { useRouter } from '@tarojs/taro';
import { Skeleton } from '@/components/ListView/Skeleton';
import { Page } from '@/components/Page';
import { ErrorBlock } from '@/components/StateBlock';
import { SignedIn } from '@/features/identity/SignedIn';
import { useRegionTree } from '@/features/regions/useRegionTree';
import { useSession } from '@/services/session';
import { MendTopic } from './MendTopic';
import { NewTopic } from './NewTopic';

/** Raises a topic, or with `?id=` mends a draft or one that was returned. */
export default function RaisePage() {
  const { id } = useRouter().params;
  const { me } = useSession();
  const { data: tree, error, reload } = useRegionTree();

  if (me && id) return <MendTopic key={me.id} id={id} />;
  if (me && tree) return <NewTopic key={me.id} me={me} tree={tree} />;
  return (
    <Page title="提议题">
      <SignedIn hint="登录后就能提议题、附议，看到办理结果">
        {error ? <ErrorBlock error={error} onRetry={reload} /> : <Skeleton rows={4} />}
      </SignedIn>
    </Page>
  );
}
