import { PARTICIPANT_CATEGORIES, PARTICIPANT_CATEGORY_LABELS, type ParticipantCategory } from '@consult/shared';
import { ChoiceField } from '@/components/ChoiceField';

const CHOICES = PARTICIPANT_CATEGORIES.map((value) => ({ value, label: PARTICIPANT_CATEGORY_LABELS[value] }));

interface Props {
  value: ParticipantCategory;
  error: string | undefined;
  onChange(category: ParticipantCategory): void;
}

/** As what somebody is put on the list. */
export function CategoryField({ value, error, onChange }: Props) {
  return (
    <ChoiceField
      label="类别"
      required
      choices={CHOICES}
      value={[value]}
      error={error}
      onChange={([chosen]) => chosen && onChange(chosen)}
    />
  );
}
