import { personalNumberHint, TOPIC_CATEGORIES, TOPIC_LIMITS } from '@consult/shared';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Card } from '@/components/Card';
import { ChoiceField } from '@/components/ChoiceField';
import { PhotoField } from '@/components/PhotoField';
import type { PhotosOnTheirWay } from '@/components/PhotoField/on-their-way';
import { PlaceField } from '@/components/PlaceField';
import { TextArea } from '@/components/TextArea';
import { TextField } from '@/components/TextField';
import { useAppearance } from '@/services/appearance';
import { CommunityField } from './CommunityField';
import { MoreFields } from './MoreFields';
import type { TopicFormFields } from './topic-form';

interface Props extends TopicFormFields {
  /** The townships whose communities are offered. */
  townships: readonly string[];
  /** Whether 匿名展示 is open there. */
  anonymousOffered: boolean;
  /** Under the title: what is alike already, see SimilarTopics. */
  afterTitle?: ReactNode;
  /** Draft.key of what is written. */
  draftKey: string | null;
  /** Told of the photos that are not up yet, so that the form is not sent without them. */
  onPhotos?(photos: PhotosOnTheirWay): void;
}

const CATEGORIES = TOPIC_CATEGORIES.map((value) => ({ value, label: value }));
const SHOWN_AS = [
  { value: 'named', label: '按姓名展示', hint: '大家能看到提出人的姓名' },
  { value: 'anonymous', label: '匿名展示', hint: '公开页面不显示姓名，工作人员看得到' },
] as const;

/** The fields of a topic, for raising, mending and 代录. */
export function TopicForm(props: Props) {
  const {
    value,
    onChange,
    townships,
    anonymousOffered,
    errors = {},
    phoneInstead,
    afterTitle,
    draftKey,
    onPhotos,
  } = props;
  const care = useAppearance() === 'care';
  return (
    <View>
      <Card>
        <TextField
          required
          label="标题"
          placeholder="一句话说清是什么事"
          max={TOPIC_LIMITS.titleMax}
          value={value.title}
          error={errors.title}
          caution={personalNumberHint(value.title, phoneInstead)}
          onChange={(title) => onChange({ title })}
        />
        {afterTitle}
        <TextArea
          required
          label="怎么回事"
          placeholder="哪里、什么时候、影响到谁、想怎么解决"
          max={TOPIC_LIMITS.descriptionMax}
          value={value.description}
          error={errors.description}
          caution={personalNumberHint(value.description, phoneInstead)}
          onChange={(description) => onChange({ description })}
        />
        <ChoiceField
          required
          label="类别"
          look={care ? 'sheet' : 'pills'}
          choices={CATEGORIES}
          value={value.category ? [value.category] : []}
          error={errors.category}
          onChange={([category]) => onChange({ category: category ?? null })}
        />
      </Card>
      <Card>
        <CommunityField
          townships={townships}
          value={value.community}
          error={errors.community}
          onChange={(community) => onChange({ community })}
        />
        <PlaceField
          label="具体地点"
          placeholder="如：3 号楼东侧路口"
          max={TOPIC_LIMITS.placeMax}
          place={value.place}
          location={value.location}
          error={errors.place}
          caution={personalNumberHint(value.place, phoneInstead)}
          onChange={onChange}
        />
        <PhotoField
          label="照片"
          max={TOPIC_LIMITS.photosMax}
          value={value.photos}
          error={errors.photos}
          draftKey={draftKey}
          onPhotos={onPhotos}
          onChange={(photos) => onChange({ photos })}
        />
      </Card>
      {anonymousOffered && (
        <Card>
          <ChoiceField
            required
            label="怎样署名"
            choices={SHOWN_AS}
            value={[value.anonymous ? 'anonymous' : 'named']}
            error={errors.anonymous}
            onChange={([shown]) => onChange({ anonymous: shown === 'anonymous' })}
          />
        </Card>
      )}
      <MoreFields value={value} onChange={onChange} errors={errors} phoneInstead={phoneInstead} />
    </View>
  );
}
