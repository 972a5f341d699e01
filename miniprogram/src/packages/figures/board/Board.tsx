import { holds, type RegionTree, regionLevel, rolesIn, TOPIC_READERS } from '@consult/shared';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { ChoiceField } from '@/components/ChoiceField';
import { Skeleton } from '@/components/ListView/Skeleton';
import { ErrorBlock } from '@/components/StateBlock';
import { BoardView } from '@/features/figures/BoardView';
import { getFigures } from '@/features/figures/figures.api';
import { FIGURE_PAGES } from '@/features/figures/figures.pages';
import { isOffered, monthChoices, yearChoices, yearOf } from '@/features/figures/periods';
import { fullRegionName } from '@/features/regions/region-tree';
import { useAsync } from '@/hooks/useAsync';
import { keepInAddress } from '@/services/address';
import { openPage } from '@/services/navigation';
import { useSession } from '@/services/session';
import './index.scss';

interface Props {
  regions: readonly string[];
  /** What to begin with, as the address says. */
  first: { region?: string; period?: string };
  tree: readonly RegionTree[];
  /** The dashboard for everyone. */
  open: boolean;
}

/** The figures of a region and period that are chosen at the top. */
export function Board({ regions, first, tree, open }: Props) {
  const { grants } = useSession();
  const years = yearChoices(Date.now());
  const [region, setRegion] = useState(
    first.region !== undefined && regions.includes(first.region) ? first.region : (regions[0] ?? ''),
  );
  const [period, setPeriod] = useState(
    first.period !== undefined && isOffered(first.period, Date.now()) ? first.period : (years[0]?.value ?? ''),
  );
  const chooseRegion = (chosen: string) => {
    setRegion(chosen);
    keepInAddress({ region: chosen });
  };
  const choosePeriod = (chosen: string) => {
    setPeriod(chosen);
    keepInAddress({ period: chosen });
  };
  const { data, error, reload } = useAsync(() => getFigures(region, period, open), [region, period, open]);
  const year = yearOf(period);
  const months = monthChoices(year, Date.now());
  const roles = rolesIn(grants, region);
  const opensAll = TOPIC_READERS.some((role) => roles.has(role));
  const writesBulletin = regionLevel(region) === 'county' && holds('bulletin.write', roles);
  return (
    <View>
      <View className="board-page__choices">
        {regions.length > 1 && (
          <ChoiceField
            label="地区"
            always
            look="sheet"
            choices={regions.map((code) => ({ value: code, label: fullRegionName(tree, code) }))}
            value={[region]}
            onChange={([code]) => code && chooseRegion(code)}
          />
        )}
        <ChoiceField
          label="时间"
          always
          look="sheet"
          choices={years}
          value={[year]}
          onChange={([chosen]) => chosen && choosePeriod(chosen)}
        />
        {months.length > 0 && (
          <ChoiceField
            label="月份"
            always
            look="sheet"
            choices={months}
            value={[period]}
            onChange={([chosen]) => chosen && choosePeriod(chosen)}
          />
        )}
      </View>
      <View className="board-page__ways">
        <Button
          reads
          kind="secondary"
          text="大屏"
          onPress={() => openPage(FIGURE_PAGES.wall, { region, open: open ? '1' : undefined })}
        />
        {writesBulletin && (
          <Button kind="secondary" text="通报和统计表" onPress={() => openPage(FIGURE_PAGES.bulletin, { region })} />
        )}
      </View>
      {data && <BoardView figures={data} open={open} openRows={open || !opensAll} />}
      {!data && (error ? <ErrorBlock error={error} onRetry={reload} /> : <Skeleton rows={6} />)}
    </View>
  );
}
