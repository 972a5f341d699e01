import { personalNumberHint, TOPIC_LIMITS } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Card } from '@/components/Card';
import { Icon } from '@/components/Icon';
import { Tappable } from '@/components/Tappable';
import { TextArea } from '@/components/TextArea';
import { TextField } from '@/components/TextField';
import type { TopicFormFields } from './topic-form';
import './index.scss';

/** What may be told besides; folded away, since most leave it out. */
export function MoreFields({ value, onChange, errors = {}, phoneInstead }: TopicFormFields) {
  const { suggestion, tried, affected } = value;
  const [opened, setOpened] = useState(false);
  const filled = suggestion !== '' || tried !== '' || affected !== '';
  if (!opened && !filled) {
    return (
      <Tappable className="more-fields" onTap={() => setOpened(true)}>
        <Text>补充建议和背景（选填）</Text>
        <Icon name="down" />
      </Tappable>
    );
  }
  return (
    <Card>
      <View>
        <TextArea
          label="您的建议"
          placeholder="您觉得怎么办好"
          max={TOPIC_LIMITS.suggestionMax}
          value={suggestion}
          error={errors.suggestion}
          caution={personalNumberHint(suggestion, phoneInstead)}
          onChange={(words) => onChange({ suggestion: words })}
        />
        <TextArea
          label="已经试过的办法"
          placeholder="找过谁、结果怎样"
          max={TOPIC_LIMITS.triedMax}
          value={tried}
          error={errors.tried}
          caution={personalNumberHint(tried, phoneInstead)}
          onChange={(words) => onChange({ tried: words })}
        />
        <TextField
          label="涉及哪些人"
          placeholder="如：院里 80 多户，老人居多"
          max={TOPIC_LIMITS.affectedMax}
          value={affected}
          error={errors.affected}
          caution={personalNumberHint(affected, phoneInstead)}
          onChange={(words) => onChange({ affected: words })}
        />
      </View>
    </Card>
  );
}
