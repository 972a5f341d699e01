import { regionAt } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import Taro, { useRouter } from '@tarojs/taro';
import { useEffect } from 'react';
import { ErrorBlock } from '@/components/StateBlock';
import { getFigures } from '@/features/figures/figures.api';
import { yearChoices } from '@/features/figures/periods';
import { useCurrentTownship } from '@/features/regions/current-township';
import { useAwake } from '@/hooks/useAwake';
import { FigureWall } from './FigureWall';
import './index.scss';
import { useRefreshed } from './useRefreshed';

const REFRESH_MS = 60_000;

/**
 * The dashboard of this year for a screen on the wall: nothing to press, read from afar; `?region=`, `?open=1`. Opened
 * without a region it shows what everyone may see of the county that this device looks at.
 */
export default function FigureWallPage() {
  const { region, open } = useRouter().params;
  const { data: township, error, reload } = useCurrentTownship();
  const county = township && regionAt(township.code, 'county');
  const shown = region ?? county;
  useAwake();
  return (
    <View className="figure-wall theme-standard" {...(process.env.TARO_ENV === 'h5' ? { role: 'main' } : {})}>
      {shown ? (
        <RegionWall key={shown} region={shown} open={open === '1' || region === undefined} />
      ) : error ? (
        <ErrorBlock error={error} onRetry={reload} />
      ) : (
        <Waiting />
      )}
    </View>
  );
}

function RegionWall({ region, open }: { region: string; open: boolean }) {
  const period = yearChoices(Date.now())[0]?.value ?? '';
  const { data, error, reload } = useRefreshed(
    () => getFigures(region, period, open),
    [region, period, open],
    REFRESH_MS,
  );
  const title = data ? `${data.regionName}协商数据` : '数据大屏';
  useEffect(() => {
    void Taro.setNavigationBarTitle({ title });
  }, [title]);
  if (data) return <FigureWall figures={data} stale={error !== null} />;
  return error ? <ErrorBlock error={error} onRetry={reload} /> : <Waiting />;
}

const Waiting = () => <Text className="figure-wall__waiting">正在打开…</Text>;
