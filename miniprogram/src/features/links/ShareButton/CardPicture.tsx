import { Image, View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { Button } from '@/components/Button';
import { dropLater } from '@/services/object-urls';
import { drawCard, type ShareCard } from '../share-card';
import './index.scss';

/** The card as a picture: to be kept by a long press, as WeChat's own browser has it, or by the button. Browsers only. */
export function CardPicture({ card, address }: { card: ShareCard; address: string }) {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    let made: string | null = null;
    let gone = false;
    void drawCard(card, address).then((picture) => {
      if (picture === null || gone) return;
      made = URL.createObjectURL(picture);
      setUrl(made);
    });
    return () => {
      gone = true;
      // The sheet may be closed while the browser still loads the picture.
      if (made !== null) dropLater(made);
    };
  }, [card, address]);

  if (url === null) return null;
  const save = () => {
    const link = document.createElement('a');
    link.href = url;
    link.download = `${card.title.slice(0, 20)}.png`;
    link.click();
  };
  return (
    <View className="share-sheet__card">
      <Image
        className="share-sheet__picture"
        src={url}
        mode="widthFix"
        nativeProps={{ alt: `“${card.title}”的分享卡片` }}
      />
      <Button reads kind="text" text="保存卡片" onPress={save} />
    </View>
  );
}
