import { ListView } from '@/components/ListView';
import { Page } from '@/components/Page';
import { SplitView } from '@/components/SplitView';
import { useSplit } from '@/components/SplitView/useSplit';
import { SignedIn } from '@/features/identity/SignedIn';
import { ResearchRow } from '@/features/research/ResearchRow';
import { ResearchView } from '@/features/research/ResearchView';
import { listMyResearch } from '@/features/research/research.api';
import { RESEARCH_PAGES } from '@/features/research/research.pages';
import { usePagedList } from '@/hooks/usePagedList';
import { useShownAgain } from '@/hooks/useShownAgain';
import { useSession } from '@/services/session';

/** The researches in whose group I am. */
export default function MyResearchPage() {
  const split = useSplit(RESEARCH_PAGES.detail);
  return (
    <Page title="我的调研" width="full">
      <SignedIn hint="登录后看您参加的会前调研">
        <SplitView
          hint="从左边选一项调研查看"
          onClose={split.close}
          detail={split.selectedId && <ResearchView key={split.selectedId} id={split.selectedId} />}
          list={<MyResearch selectedId={split.selectedId} onOpen={split.open} />}
        />
      </SignedIn>
    </Page>
  );
}

function MyResearch({ selectedId, onOpen }: { selectedId: string | null; onOpen(id: string): void }) {
  const { me } = useSession();
  const list = usePagedList(listMyResearch, [me?.id]);
  useShownAgain(list.reload);
  const now = Date.now();
  return (
    <ListView
      list={list}
      keyOf={({ id }) => id}
      empty={{ title: '您还没有参加过会前调研', hint: '召集人请您参加时，会有消息告诉您' }}
      renderItem={(research) => (
        <ResearchRow
          research={research}
          now={now}
          selected={research.id === selectedId}
          onTap={() => onOpen(research.id)}
        />
      )}
    />
  );
}
