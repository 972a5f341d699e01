import { type PhoneRevealView, sayMoment } from '@consult/shared';
import { Text } from '@tarojs/components';
import { Card } from '@/components/Card';
import './index.scss';

interface Props {
  reveal: PhoneRevealView;
  /** Says whose number it was; left out where it is one's own. */
  showOwner?: boolean;
}

/** Who looked at a phone number, as what, when and why. */
export function RevealRow({ reveal, showOwner = false }: Props) {
  const { viewerName, capacityLabel, departmentName, personName, reason, at } = reveal;
  return (
    <Card>
      <Text className="reveal-row__who">
        {viewerName}（{departmentName ?? capacityLabel}）{showOwner && `看了${personName}的电话`}
      </Text>
      <Text>事由：{reason}</Text>
      <Text className="reveal-row__fact">{sayMoment(at, Date.now())}</Text>
    </Card>
  );
}
