import { View } from '@tarojs/components';
import { useEffect } from 'react';
import { Skeleton } from '@/components/ListView/Skeleton';
import { Page } from '@/components/Page';
import { ErrorBlock } from '@/components/StateBlock';
import { HomeHeader } from '@/features/home/HomeHeader';
import { getHome } from '@/features/home/home.api';
import { useCurrentTownship } from '@/features/regions/current-township';
import { SiteFooter } from '@/features/regions/SiteFooter';
import { useAsync } from '@/hooks/useAsync';
import { useShare } from '@/hooks/useShare';
import { useShownAgain } from '@/hooks/useShownAgain';
import { TABS } from '@/services/navigation';
import { chooseTownship } from '@/services/township';
import { HomeContent } from './HomeContent';

/** What is going on in a township. */
export default function HomePage() {
  const township = useCurrentTownship();
  const code = township.data?.code;
  const home = useAsync(async () => (code === undefined ? null : getHome(code)), [code]);
  const error = township.error ?? home.error;
  useShownAgain(home.reload);
  useShare({ title: home.data?.brandName ?? '有事好商量', path: TABS[0].path });

  useEffect(() => {
    // The township chosen on this device some time ago is no more.
    if (home.error?.code === 'REGION.NOT_FOUND') chooseTownship(null);
  }, [home.error]);

  return (
    <Page tab title={home.data?.brandName ?? '有事好商量'} width="full">
      <View className="home">
        <HomeHeader />
        {home.data && <HomeContent home={home.data} />}
        {home.data && <SiteFooter filingNumber={home.data.filingNumber} />}
        {!home.data && error && (
          <ErrorBlock error={error} onRetry={() => (township.error ? township.reload() : home.reload())} />
        )}
        {!home.data && !error && <Skeleton rows={4} />}
      </View>
    </Page>
  );
}
