import { fullMoment, type MinutesDetail, sayMoment } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { Icon } from '@/components/Icon';
import { Section } from '@/components/Section';
import { useMoves } from '@/hooks/useMoves';
import { useSession } from '@/services/session';
import { signMinutes } from '../minutes.api';
import { SignatoriesSheet } from './SignatoriesSheet';

interface Props {
  minutes: MinutesDetail;
  now: number;
  onChanged(): unknown;
}

/** Why nobody can sign yet, in words. */
function whyNotYet({ signingBlockedBy, objectionEndsAt }: MinutesDetail, now: number): string | null {
  if (signingBlockedBy === 'objection_period' && objectionEndsAt !== null) {
    return `异议期到 ${sayMoment(objectionEndsAt, now)}，过后才能核签。`;
  }
  return signingBlockedBy === 'open_objections' ? '还有异议没有答复，答复后才能核签。' : null;
}

/** Who signs and who has, the button to sign, and the convener's to name others. */
export function Signatures({ minutes, now, onChanged }: Props) {
  const { me } = useSession();
  const { ask, sheet } = useMoves(onChanged);
  const [changing, setChanging] = useState(false);
  if (minutes.signatories.length === 0) return null;
  const mineIsOpen = minutes.signatories.some(({ id, signedAt }) => id === me?.id && signedAt === null);
  const blocked = minutes.state === 'objection' ? whyNotYet(minutes, now) : null;

  const sign = () =>
    ask({
      title: '核签会议纪要',
      text: '签字表示您已核对，内容与会议情况相符。签后不能撤回。',
      confirmLabel: '签字',
      onConfirm: async (_, key) => ({ answer: await signMinutes(minutes.id, key) }),
    });

  return (
    <Section title="核签">
      <Card>
        {minutes.signatories.map(({ id, name, signedAt }) => (
          <View key={id} className="minutes-view__signature">
            <Icon name={signedAt === null ? 'clock' : 'check'} />
            <Text className="minutes-view__words">{name}</Text>
            <Text>{signedAt === null ? '还没有签' : `${fullMoment(signedAt)}签字`}</Text>
          </View>
        ))}
        {mineIsOpen && blocked && <Text className="minutes-view__hint">{blocked}</Text>}
        {minutes.canSign && !blocked && <Button block icon="edit" text="我来签字" onPress={sign} />}
        {minutes.canChangeSignatories && (
          <View className="minutes-view__act">
            <Button block kind="secondary" text="更换核签人" onPress={() => setChanging(true)} />
          </View>
        )}
      </Card>
      {changing && (
        <SignatoriesSheet
          minutes={minutes}
          onDone={(changed) => {
            setChanging(false);
            if (changed) void onChanged();
          }}
        />
      )}
      {sheet}
    </Section>
  );
}
