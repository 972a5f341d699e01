import { readAppQuery } from '@consult/shared';
import { useRouter } from '@tarojs/taro';
import { useEffect } from 'react';
import { Page } from '@/components/Page';
import { ErrorBlock, StateBlock } from '@/components/StateBlock';
import { findLink } from '@/features/links/link.api';
import { useAsync } from '@/hooks/useAsync';
import { replacePage } from '@/services/navigation';

/** What a mini-program code (小程序码) opens: `?scene=`, a short name, and goes on to where it leads. */
export default function OpenPage() {
  const { scene = '' } = useRouter().params;
  const { data: link, error, reload } = useAsync(() => findLink(decodeURIComponent(scene)), [scene]);

  useEffect(() => {
    if (link === null) return;
    void replacePage(`/${link.page}`, readAppQuery(link.query));
  }, [link]);

  return (
    <Page title="正在打开">
      {error ? <ErrorBlock error={error} onRetry={reload} /> : <StateBlock kind="loading" />}
    </Page>
  );
}
