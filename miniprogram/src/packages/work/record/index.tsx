import { Skeleton } from '@/components/ListView/Skeleton';
import { Page } from '@/components/Page';
import { ErrorBlock } from '@/components/StateBlock';
import { SignedIn } from '@/features/identity/SignedIn';
import { useRegionTree } from '@/features/regions/useRegionTree';
import { useSession } from '@/services/session';
import { RecordTopic } from './RecordTopic';

/** 代录: a convener writes a topic down for somebody who has no phone. */
export default function RecordPage() {
  const { me } = useSession();
  const { data: tree, error, reload } = useRegionTree();
  if (me && tree) return <RecordTopic key={me.id} me={me} tree={tree} />;
  return (
    <Page title="代录议题">
      <SignedIn>{error ? <ErrorBlock error={error} onRetry={reload} /> : <Skeleton rows={4} />}</SignedIn>
    </Page>
  );
}
