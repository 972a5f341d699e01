import type { AttachmentView } from '@consult/shared';
import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { Photo } from '@/components/Photo';
import { Tappable } from '@/components/Tappable';
import { assetUrl } from '@/services/api';
import './index.scss';

/** Photos to look at; a tap enlarges. Nothing when there are none. */
export function PhotoGrid({ photos }: { photos: readonly AttachmentView[] }) {
  if (photos.length === 0) return null;
  const urls = photos.map(({ screenUrl }) => assetUrl(screenUrl));
  return (
    <View className="photo-grid">
      {photos.map((photo, index) => (
        <Tappable
          reads
          key={photo.id}
          className="photo-grid__photo"
          label={`看第 ${index + 1} 张照片`}
          onTap={() => void Taro.previewImage({ current: assetUrl(photo.screenUrl), urls })}
        >
          <Photo className="photo-grid__image" src={assetUrl(photo.thumbUrl)} />
        </Tappable>
      ))}
    </View>
  );
}
