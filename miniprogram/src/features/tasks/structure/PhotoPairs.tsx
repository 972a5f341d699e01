import type { AttachmentView, PhotoPairView } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { Photo } from '@/components/Photo';
import { Section } from '@/components/Section';
import { Tappable } from '@/components/Tappable';
import { assetUrl } from '@/services/api';
import { PhotoPairSheet } from './PhotoPairSheet';
import type { SectionProps } from './section';
import { useOwnSheet } from './useOwnSheet';
import './index.scss';

/** 整改前、整改后, side by side. */
export function PhotoPairs({ task, onChanged }: SectionProps) {
  const { sheet, show } = useOwnSheet(onChanged);
  const { photoPairs, may } = task;
  if (photoPairs.length === 0 && !may.plan) return null;
  const edit = (pair: PhotoPairView | null) =>
    show((onDone) => <PhotoPairSheet task={task} pair={pair} onDone={onDone} />);
  const urls = photoPairs
    .flatMap(({ before, after }) => [before, after])
    .flatMap((photo) => (photo ? [assetUrl(photo.screenUrl)] : []));
  return (
    <Section title="整改前后">
      {photoPairs.map((pair) => (
        <Card key={pair.id}>
          <Text className="structure__name">{pair.label}</Text>
          <View className="structure__pair">
            <Side word="整改前" label={pair.label} photo={pair.before} urls={urls} />
            <Side word="整改后" label={pair.label} photo={pair.after} urls={urls} />
          </View>
          {may.plan && (
            <Button
              kind="text"
              icon="edit"
              text={pair.after ? '修改' : '补整改后的照片'}
              label={`修改${pair.label}的照片`}
              onPress={() => edit(pair)}
            />
          )}
        </Card>
      ))}
      {may.plan && (
        <View className="structure__tools">
          <Button kind="secondary" icon="camera" text="加一组整改前后照片" onPress={() => edit(null)} />
        </View>
      )}
      {sheet}
    </Section>
  );
}

interface SideProps {
  word: string;
  label: string;
  photo: AttachmentView | null;
  /** Of all the photos, to go through once one is enlarged. */
  urls: string[];
}

function Side({ word, label, photo, urls }: SideProps) {
  return (
    <View className="structure__side">
      {photo ? (
        <Tappable
          reads
          className="structure__photo"
          label={`看${label}${word}的照片`}
          onTap={() => void Taro.previewImage({ current: assetUrl(photo.screenUrl), urls })}
        >
          <Photo className="structure__image" src={assetUrl(photo.screenUrl)} />
        </Tappable>
      ) : (
        <View className="structure__photo structure__photo--none">
          <Text>还没有</Text>
        </View>
      )}
      <Text className="structure__when">{word}</Text>
    </View>
  );
}
