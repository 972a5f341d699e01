import { Text } from '@tarojs/components';
import { Button } from '@/components/Button';
import { Sheet } from '@/components/Sheet';
import type { PhotosOnTheirWay } from './on-their-way';

interface Props {
  photos: PhotosOnTheirWay;
  onClose(): void;
  /** Sends the form without them. */
  onSendWithout(): unknown;
}

/** A form was to be sent while some of its photos could not be uploaded: again, or without them. */
export function FailedPhotosSheet({ photos, onClose, onSendWithout }: Props) {
  const retry = () => {
    photos.retry();
    onClose();
  };
  const goOn = () => {
    photos.drop();
    onClose();
    return onSendWithout();
  };
  const which = photos.failed > 1 ? `这 ${photos.failed} 张照片` : '这张照片';
  return (
    <Sheet
      open
      title="照片没有传上去"
      onClose={onClose}
      footer={
        <>
          <Button block kind="secondary" text={`不带${which}`} onPress={goOn} />
          <Button block text="重试" onPress={retry} />
        </>
      }
    >
      <Text>
        有 {photos.failed} 张照片没有传上去，还没有提交。可以重试；也可以不带{which}，直接提交。
      </Text>
    </Sheet>
  );
}
