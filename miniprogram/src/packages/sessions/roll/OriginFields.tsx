import { INVITE_ORIGINS, type InviteOrigin, PARTICIPANT_ORIGIN_LABELS, RECOMMENDED_BY_MAX } from '@consult/shared';
import { ChoiceField } from '@/components/ChoiceField';
import { TextField } from '@/components/TextField';

export interface Origin {
  origin: InviteOrigin;
  recommendedBy: string;
}

export const INVITED: Origin = { origin: 'invited', recommendedBy: '' };

/** As it is sent: who recommended somebody only of who was recommended. */
export const originOf = ({ origin, recommendedBy }: Origin): { origin: InviteOrigin; recommendedBy?: string } => {
  const by = recommendedBy.trim();
  return origin === 'recommended' && by !== '' ? { origin, recommendedBy: by } : { origin };
};

interface Props {
  value: Origin;
  errors: Readonly<Record<string, string>>;
  onChange(value: Origin): void;
}

const ORIGINS = INVITE_ORIGINS.map((value) => ({ value, label: PARTICIPANT_ORIGIN_LABELS[value] }));

/** How those come to the list whom the convener puts there. */
export function OriginFields({ value, errors, onChange }: Props) {
  return (
    <>
      <ChoiceField
        label="怎么来的"
        required
        choices={ORIGINS}
        value={[value.origin]}
        error={errors.origin}
        onChange={([origin]) => origin && onChange({ ...value, origin })}
      />
      {value.origin === 'recommended' && (
        <TextField
          label="谁推荐的"
          placeholder="沿西社区居委会"
          max={RECOMMENDED_BY_MAX}
          value={value.recommendedBy}
          error={errors.recommendedBy}
          onChange={(recommendedBy) => onChange({ ...value, recommendedBy })}
        />
      )}
    </>
  );
}
