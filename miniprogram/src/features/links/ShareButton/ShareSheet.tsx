import { Text, View } from '@tarojs/components';
import { Button } from '@/components/Button';
import { NativeButton } from '@/components/NativeButton';
import { Sheet } from '@/components/Sheet';
import { copyText } from '@/services/clipboard';
import { PlaceCode } from '../PlaceCode';
import { type Place, webAddress } from '../place';
import type { ShareCard } from '../share-card';
import { CardPicture } from './CardPicture';
import './index.scss';

type Props = Place & { title: string; card?: ShareCard; onClose(): void };

const IN_BROWSER = process.env.TARO_ENV === 'h5';
/** The browser's own way to hand an address to another app. */
const handsOn = IN_BROWSER && typeof navigator !== 'undefined' && typeof navigator.share === 'function';

/** A code to scan, and the ways to send the address. */
export function ShareSheet({ title, card, onClose, ...place }: Props) {
  const url = webAddress(card ?? place);
  const copy = () => copyText(url, '链接已复制，可以粘贴给别人', '没能复制，请对方扫一扫这里的码');
  const handOn = () =>
    navigator.share({ title, url }).catch(() => {
      // They changed their mind.
    });
  return (
    <Sheet
      open
      title="分享"
      onClose={onClose}
      footer={
        IN_BROWSER ? (
          <>
            <Button block kind={handsOn ? 'secondary' : 'primary'} text="复制链接" onPress={copy} />
            {handsOn && <Button block text="发给别人" onPress={handOn} />}
          </>
        ) : (
          <>
            {card && <Button block kind="secondary" text="复制短网址" onPress={copy} />}
            <NativeButton text="发给微信好友" openType="share" />
          </>
        )
      }
    >
      <View className="share-sheet">
        <Text className="share-sheet__title">{title}</Text>
        {!(IN_BROWSER && card) && <PlaceCode {...place} className="share-sheet__code" label={`“${title}”的二维码`} />}
        {IN_BROWSER && card && <CardPicture card={card} address={url} />}
        <Text className="share-sheet__hint">
          {IN_BROWSER ? '请对方用手机扫一扫，就能看到' : '请对方扫一扫，或长按图片保存后转发'}
        </Text>
        {card && <Text className="share-sheet__address">{url.replace(/^https?:\/\//, '')}</Text>}
      </View>
    </Sheet>
  );
}
