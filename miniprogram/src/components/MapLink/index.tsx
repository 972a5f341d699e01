import type { MapPoint } from '@consult/shared';
import Taro from '@tarojs/taro';
import { Button } from '@/components/Button';
import { tellRefusal } from '@/services/wechat-refusal';

const SCALE = 16;

/** 高德's page of a point; its own coordinates are gcj02 too. */
function amapAddress({ latitude, longitude }: MapPoint, name: string): string {
  const at = encodeURIComponent(`${longitude},${latitude}`);
  return `https://uri.amap.com/marker?position=${at}&name=${encodeURIComponent(name)}&coordinate=gaode`;
}

/** Opens the map on a point: WeChat's own, in a browser 高德's. */
async function openMap({ latitude, longitude }: MapPoint, name: string): Promise<void> {
  if (process.env.TARO_ENV === 'h5') {
    window.open(amapAddress({ latitude, longitude }, name), '_blank', 'noopener');
    return;
  }
  try {
    await Taro.openLocation({ latitude, longitude, name, scale: SCALE });
  } catch (failure) {
    tellRefusal(failure);
  }
}

/** The way to a place on the map. */
export function MapLink({ point, name }: { point: MapPoint; name: string }) {
  return (
    <Button kind="text" icon="place" text="看地图" label={`在地图上看${name}`} onPress={() => openMap(point, name)} />
  );
}
