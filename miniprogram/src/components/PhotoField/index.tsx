import type { AttachmentView } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useEffect, useRef } from 'react';
import { Field, type FieldProps } from '@/components/Field';
import { Icon } from '@/components/Icon';
import { Photo } from '@/components/Photo';
import { Tappable } from '@/components/Tappable';
import { assetUrl } from '@/services/api';
import type { PhotosOnTheirWay } from './on-their-way';
import { usePhotos } from './usePhotos';
import './index.scss';

type Props = FieldProps & {
  /** The photos that are uploaded; those on their way are not among them. */
  value: readonly AttachmentView[];
  onChange(value: AttachmentView[]): void;
  /** The draft that they belong to (Draft.key), with which they outlive the app; left out, they do not. */
  draftKey?: string | null;
  /** How many there may be. */
  max: number;
  /** Told of those that are not up yet whenever that changes, so that a form waits for them. */
  onPhotos?: ((photos: PhotosOnTheirWay) => void) | undefined;
};

/** Photos: chosen or taken, uploaded at once, shown small. */
export function PhotoField({ value, onChange, max, draftKey = null, onPhotos, ...field }: Props) {
  // Several uploads may end between two drawings.
  const latest = useRef(value);
  latest.current = value;
  const change = (next: readonly AttachmentView[]) => {
    latest.current = next;
    onChange([...next]);
  };
  const used = value.length;
  const { pending, lost, add, retry, drop, retryFailed, dropFailed } = usePhotos(max - used, draftKey, (photo) => {
    // One that went on after a kill may be there already.
    if (!latest.current.some(({ id }) => id === photo.id)) change([...latest.current, photo]);
  });
  const uploading = pending.some(({ error }) => error === null);
  const failed = pending.filter(({ error }) => error !== null).length;
  const current = useRef({ onPhotos, retryFailed, dropFailed });
  current.current = { onPhotos, retryFailed, dropFailed };
  useEffect(() => {
    current.current.onPhotos?.({
      uploading,
      failed,
      retry: () => current.current.retryFailed(),
      drop: () => current.current.dropFailed(),
    });
  }, [uploading, failed]);
  const problems = [...new Set(pending.flatMap(({ error }) => (error ? [error.message] : [])))];
  if (lost > 0) problems.push(`上次选的 ${lost} 张照片没有传完，请重新添加`);
  const enlarge = (photo: AttachmentView) => {
    void Taro.previewImage({
      current: assetUrl(photo.screenUrl),
      urls: value.map(({ screenUrl }) => assetUrl(screenUrl)),
    });
  };

  return (
    <Field {...field} error={field.error ?? (problems.join('；') || null)}>
      <View
        className="photo-field"
        {...(process.env.TARO_ENV === 'h5' ? { role: 'group', 'aria-label': field.label } : {})}
      >
        {value.map((photo, index) => (
          <View key={photo.id} className="photo-field__item">
            <Tappable
              className="photo-field__picture"
              label={`查看第 ${index + 1} 张照片`}
              onTap={() => enlarge(photo)}
            >
              <Photo className="photo-field__image" src={assetUrl(photo.thumbUrl)} />
            </Tappable>
            <Tappable
              className="photo-field__drop"
              label={`删除第 ${index + 1} 张照片`}
              onTap={() => change(value.filter(({ id }) => id !== photo.id))}
            >
              <Icon name="close" scale={0.8} className="photo-field__cross" />
            </Tappable>
          </View>
        ))}
        {pending.map(({ key, photo, percent, error }) => (
          <View key={key} className="photo-field__item">
            <Photo className="photo-field__image" src={photo.path} />
            {error ? (
              <Tappable className="photo-field__cover" label="重新上传这张照片" onTap={() => retry(key)}>
                <Icon name="refresh" />
                <Text>重试</Text>
              </Tappable>
            ) : (
              <View className="photo-field__cover">
                <Text>{percent}%</Text>
              </View>
            )}
            {error && (
              <Tappable className="photo-field__drop" label="不要这张照片" onTap={() => drop(key)}>
                <Icon name="close" scale={0.8} className="photo-field__cross" />
              </Tappable>
            )}
          </View>
        ))}
        {used + pending.length < max && (
          <Tappable className="photo-field__add" label="添加照片" onTap={() => void add()}>
            <Icon name="camera" scale={1.3} />
            <Text className="photo-field__count">
              {used}/{max}
            </Text>
          </Tappable>
        )}
      </View>
    </Field>
  );
}
