import { Skeleton } from '@/components/ListView/Skeleton';
import { Page } from '@/components/Page';
import { ErrorBlock, StateBlock } from '@/components/StateBlock';
import { SignedIn } from '@/features/identity/SignedIn';
import { getBlockedWords } from '@/features/moderation/moderation.api';
import { wordsCounty } from '@/features/moderation/watched-region';
import { useAsync } from '@/hooks/useAsync';
import { useSession } from '@/services/session';
import { WordsForm } from './WordsForm';

/** 屏蔽词: a county's own list. */
export default function WordsPage() {
  const { grants } = useSession();
  const county = wordsCounty(grants);
  return (
    <Page title="屏蔽词">
      <SignedIn hint="县政协和管理员登录后可以设置">
        {county === null ? <StateBlock kind="forbidden" /> : <Words key={county} county={county} />}
      </SignedIn>
    </Page>
  );
}

function Words({ county }: { county: string }) {
  const { data, error, reload } = useAsync(() => getBlockedWords(county), [county]);
  if (data) return <WordsForm list={data} />;
  return error ? <ErrorBlock error={error} onRetry={reload} /> : <Skeleton rows={3} />;
}
