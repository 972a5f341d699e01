import { useRouter } from '@tarojs/taro';
import { Skeleton } from '@/components/ListView/Skeleton';
import { Page } from '@/components/Page';
import { ErrorBlock, StateBlock } from '@/components/StateBlock';
import { getCase } from '@/features/cases/case.api';
import { useAsync } from '@/hooks/useAsync';
import { CaseEditor } from './CaseEditor';

/** A case that is being written, `?id=`. */
export default function CaseEditPage() {
  const { id = '' } = useRouter().params;
  const { data: item, error, reload } = useAsync(() => getCase(id), [id]);
  if (item?.canEdit) return <CaseEditor key={item.id} item={item} />;
  return (
    <Page title="编写案例">
      {item && <StateBlock kind="forbidden" title="这份案例现在不能修改" />}
      {!item && (error ? <ErrorBlock error={error} onRetry={reload} /> : <Skeleton rows={4} />)}
    </Page>
  );
}
