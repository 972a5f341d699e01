import type { AttachmentView } from '@consult/shared';
import { View } from '@tarojs/components';
import { Icon } from '@/components/Icon';
import { Photo } from '@/components/Photo';
import { assetUrl } from '@/services/api';
import './index.scss';

/** What somebody looks like (头像), beside their name; screen readers pass over it. */
export function Avatar({ photo }: { photo: AttachmentView | null }) {
  return (
    <View className="avatar" {...(process.env.TARO_ENV === 'h5' ? { 'aria-hidden': 'true' } : {})}>
      {photo ? <Photo className="avatar__photo" src={assetUrl(photo.thumbUrl)} /> : <Icon name="person" scale={1.4} />}
    </View>
  );
}
