import { Skeleton } from '@/components/ListView/Skeleton';
import { Page } from '@/components/Page';
import { ErrorBlock } from '@/components/StateBlock';
import { SignedIn } from '@/features/identity/SignedIn';
import { useRegionTree } from '@/features/regions/useRegionTree';
import { useSession } from '@/services/session';
import { WorkTopics } from './WorkTopics';

/** Every topic of one's regions, state by state. */
export default function WorkTopicsPage() {
  const { me } = useSession();
  const { data: tree, error, reload } = useRegionTree();
  return (
    <Page title="议题管理" width="full">
      <SignedIn>
        {me && tree && <WorkTopics key={me.id} grants={me.grants} tree={tree} />}
        {!tree && (error ? <ErrorBlock error={error} onRetry={reload} /> : <Skeleton rows={4} />)}
      </SignedIn>
    </Page>
  );
}
