import { regionAt } from '@consult/shared';
import { useRouter } from '@tarojs/taro';
import { Skeleton } from '@/components/ListView/Skeleton';
import { Page } from '@/components/Page';
import { ErrorBlock } from '@/components/StateBlock';
import { figureRegions } from '@/features/figures/figure-regions';
import { FIGURE_PAGES } from '@/features/figures/figures.pages';
import { useCurrentTownship } from '@/features/regions/current-township';
import { useRegionTree } from '@/features/regions/useRegionTree';
import { useShare } from '@/hooks/useShare';
import { useSession } from '@/services/session';
import { Board } from './Board';

/** 数据看板 of one's regions, or, for everyone, of a county; `?region=`, `?period=`, `?open=1` the one for everyone. */
export default function BoardPage() {
  const params = useRouter().params;
  const { me, grants } = useSession();
  const regionTree = useRegionTree();
  const shown = useCurrentTownship();
  const { data: tree } = regionTree;
  const { data: township } = shown;
  const mine = tree && params.open !== '1' ? figureRegions(grants, tree) : [];
  const county = township && regionAt(township.code, 'county');
  const public_ = county && township ? [county, township.code] : [];
  const open = mine.length === 0;
  const regions = open ? public_ : mine;
  const error = regionTree.error ?? shown.error;
  const reload = () => Promise.all([regionTree.reload(), shown.reload()]);
  useShare({ title: '协商数据看板', path: FIGURE_PAGES.board, query: { open: '1' } });
  return (
    <Page title="数据看板" width="wide">
      {tree && regions.length > 0 && (
        <Board key={`${me?.id} ${open}`} regions={regions} first={params} tree={tree} open={open} />
      )}
      {!(tree && regions.length > 0) && (error ? <ErrorBlock error={error} onRetry={reload} /> : <Skeleton rows={4} />)}
    </Page>
  );
}
