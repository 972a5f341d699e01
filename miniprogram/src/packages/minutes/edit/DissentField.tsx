import { MINUTES_LIMITS, NO_DISSENT_TEXT } from '@consult/shared';
import { ChoiceField } from '@/components/ChoiceField';
import { filledLines, TextListField } from '@/components/TextListField';

interface Props {
  dissent: readonly string[];
  noDissent: boolean;
  errors: Readonly<Record<string, string | undefined>>;
  onChange(part: { dissent?: string[]; noDissent?: boolean }): void;
}

/** 保留意见: what somebody did not agree with, or that nobody did; silence says neither. */
export function DissentField({ dissent, noDissent, errors, onChange }: Props) {
  return (
    <>
      <TextListField
        label="未达成共识、保留意见"
        hint="谁不同意、为什么，照实写；发布后和共识并排公开"
        itemName="意见"
        sortable
        max={MINUTES_LIMITS.itemsMax}
        itemMax={MINUTES_LIMITS.itemMax}
        value={dissent}
        error={errors.dissent}
        onChange={(lines) => onChange({ dissent: lines, ...(filledLines(lines).length > 0 && { noDissent: false }) })}
      />
      {filledLines(dissent).length === 0 && (
        <ChoiceField
          label="没有保留意见的，请确认"
          required
          multiple
          choices={[{ value: 'none', label: NO_DISSENT_TEXT }]}
          value={noDissent ? ['none'] : []}
          error={errors.noDissent}
          onChange={(chosen) => onChange({ noDissent: chosen.length > 0 })}
        />
      )}
    </>
  );
}
