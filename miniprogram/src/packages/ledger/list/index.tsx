import { regionAt, regionLevel, TASK_LIGHTS } from '@consult/shared';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { Skeleton } from '@/components/ListView/Skeleton';
import { Page } from '@/components/Page';
import { ErrorBlock } from '@/components/StateBlock';
import { LEDGER_PAGES } from '@/features/ledger/ledger.pages';
import { useTownshipOf } from '@/features/regions/current-township';
import { useShare } from '@/hooks/useShare';
import { LedgerContent } from './LedgerContent';

/** 承诺台账: every promise of the township, or of its county, for everybody to hold to. */
export default function LedgerPage() {
  const { light, region: asked = '' } = useRouter().params;
  const { data: township, error, reload } = useTownshipOf(asked);
  const [level, setLevel] = useState<'township' | 'county'>(regionLevel(asked) === 'county' ? 'county' : 'township');
  const region = township && (level === 'township' ? township.code : (regionAt(township.code, 'county') ?? ''));
  useShare({
    title: `${level === 'township' && township ? township.name : '全县（区）'}承诺台账：答应的事办得怎么样`,
    path: LEDGER_PAGES.list,
    query: region ? { region } : {},
  });
  return (
    <Page title="承诺台账" width="wide">
      {township && region && (
        <LedgerContent
          key={region}
          region={region}
          township={township}
          level={level}
          onLevel={setLevel}
          firstLight={TASK_LIGHTS.find((one) => one === light) ?? null}
        />
      )}
      {!township && (error ? <ErrorBlock error={error} onRetry={reload} /> : <Skeleton rows={4} />)}
    </Page>
  );
}
