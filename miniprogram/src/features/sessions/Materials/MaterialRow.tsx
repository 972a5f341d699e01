import { MATERIAL_AUDIENCE_LABELS, MATERIAL_KIND_LABELS, type SessionMaterial } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { Icon } from '@/components/Icon';
import { Tag } from '@/components/Tag';
import { Tappable } from '@/components/Tappable';
import { sayBytes } from './say-bytes';

interface Props {
  material: SessionMaterial;
  /** The item of the programme that it is about. */
  about: string | null;
  onOpen(): void;
  /** Null for whoever may not. */
  onRemove: (() => void) | null;
}

/** One paper: a tap opens it. */
export function MaterialRow({ material, about, onOpen, onRemove }: Props) {
  const { title, kind, audience, bytes, late } = material;
  const facts = [MATERIAL_KIND_LABELS[kind], bytes !== null && sayBytes(bytes), about !== null && `用于“${about}”`];
  return (
    <View className="materials__row">
      <Tappable role="link" className="materials__open" label={`打开材料${title}`} onTap={onOpen}>
        <Icon name="topic" />
        <View className="materials__what">
          <Text className="materials__title">{title}</Text>
          <Text className="materials__facts">{facts.filter(Boolean).join(' · ')}</Text>
          <View className="materials__tags">
            {audience === 'participants' && <Tag text={MATERIAL_AUDIENCE_LABELS.participants} tone="info" />}
            {late && <Tag text="晚于规定时间" tone="warn" />}
          </View>
        </View>
      </Tappable>
      {onRemove && (
        <Tappable className="materials__remove" label={`撤下材料${title}`} onTap={onRemove}>
          <Icon name="trash" />
        </Tappable>
      )}
    </View>
  );
}
