import { Text, View } from '@tarojs/components';
import Taro, { useRouter } from '@tarojs/taro';
import { useEffect } from 'react';
import { ErrorBlock } from '@/components/StateBlock';
import { getFigures } from '@/features/figures/figures.api';
import { periodChoices } from '@/features/figures/periods';
import { useAwake } from '@/hooks/useAwake';
import { FigureWall } from './FigureWall';
import './index.scss';
import { useRefreshed } from './useRefreshed';

const REFRESH_MS = 60_000;

/** The dashboard of this year for a screen on the wall: nothing to press, read from afar; `?region=`, `?open=1`. */
export default function FigureWallPage() {
  const { region = '', open } = useRouter().params;
  const period = periodChoices(Date.now())[0]?.value ?? '';
  const { data, error, reload } = useRefreshed(
    () => getFigures(region, period, open === '1'),
    [region, period, open],
    REFRESH_MS,
  );
  const title = data ? `${data.regionName}协商数据` : '数据大屏';
  useAwake();
  useEffect(() => {
    void Taro.setNavigationBarTitle({ title });
  }, [title]);
  return (
    <View className="figure-wall theme-standard" {...(process.env.TARO_ENV === 'h5' ? { role: 'main' } : {})}>
      {data ? (
        <FigureWall figures={data} stale={error !== null} />
      ) : error ? (
        <ErrorBlock error={error} onRetry={reload} />
      ) : (
        <Text className="figure-wall__waiting">正在打开…</Text>
      )}
    </View>
  );
}
