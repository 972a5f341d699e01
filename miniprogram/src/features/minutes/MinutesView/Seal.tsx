import { type MinutesDetail, sayMinutesCode } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { QrCode } from '@/components/QrCode';
import { Section } from '@/components/Section';
import { PlaceCode } from '@/features/links/PlaceCode';
import { webAddress } from '@/features/links/place';
import { openPage } from '@/services/navigation';
import { MINUTES_PAGES } from '../minutes.pages';

/** 验真: what tells this version on paper from a forged one. */
export function Seal({ minutes: { seal } }: { minutes: MinutesDetail }) {
  const [shown, setShown] = useState(false);
  if (seal === null) return null;
  const query = { code: seal.code };
  return (
    <Section title="验真">
      <Card>
        <Text>这一版的验真码。和纸上印的一样，纸上的就是这一版。</Text>
        <Text className="minutes-view__code">{sayMinutesCode(seal.code)}</Text>
        <View className="screen-only">
          <Button block kind="secondary" text="打开验真页" onPress={() => openPage(MINUTES_PAGES.verify, query)} />
          <View className="minutes-view__act">
            <Button
              reads
              block
              kind="text"
              icon="code"
              text={shown ? '收起二维码' : '显示二维码，给别人扫'}
              onPress={() => setShown(!shown)}
            />
          </View>
          {shown && <PlaceCode path={MINUTES_PAGES.verify} query={query} label="验真页的二维码" />}
        </View>
        {process.env.TARO_ENV === 'h5' && (
          <View className="paper-only">
            <QrCode
              className="minutes-view__printed-code"
              text={webAddress({ path: MINUTES_PAGES.verify, query })}
              label="验真页的二维码"
            />
            <Text className="minutes-view__digest">摘要值 {seal.digest.replace(/.{8}(?=.)/g, '$& ')}</Text>
          </View>
        )}
      </Card>
    </Section>
  );
}
