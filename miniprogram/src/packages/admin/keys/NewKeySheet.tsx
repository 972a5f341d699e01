import { type NewOpenKey, OPEN_KEY_LIMITS } from '@consult/shared';
import { useRef } from 'react';
import { DateTimeField } from '@/components/DateTimeField';
import { FormSheet } from '@/components/FormSheet';
import { TextArea } from '@/components/TextArea';
import { TextField } from '@/components/TextField';
import { makeOpenKey } from '@/features/admin/open-keys.api';
import { useSheetForm } from '@/hooks/useSheetForm';

interface Props {
  county: string;
  /** Null: none was made. */
  onDone(made: NewOpenKey | null): void;
}

interface Filled {
  holder: string;
  purpose: string;
  lastDay: number | null;
}

const EMPTY: Filled = { holder: '', purpose: '', lastDay: null };

/** Gives a key to an organisation. */
export function NewKeySheet({ county, onDone }: Props) {
  const form = useSheetForm<Filled>(EMPTY, { holder: '请填写单位', purpose: '请填写用途' });
  // A ref: the sheet is done before a state would be drawn.
  const made = useRef<NewOpenKey | null>(null);
  const { holder, purpose, lastDay } = form.value;
  return (
    <FormSheet
      title="发放密钥"
      text="有密钥的单位可以更频繁地取用开放数据，看到的内容和别人一样。"
      confirmLabel="发放"
      body={{ region: county, holder: holder.trim(), purpose: purpose.trim(), ...(lastDay !== null && { lastDay }) }}
      problems={form.problems}
      send={async (body, key) => {
        made.current = await makeOpenKey(body, key);
      }}
      onDone={() => onDone(made.current)}
    >
      {(errors) => (
        <>
          <TextField label="单位" hint="只写单位名称，不写个人姓名、电话" required {...form.field('holder', errors)} />
          <TextArea label="用途" required max={OPEN_KEY_LIMITS.purposeMax} {...form.field('purpose', errors)} />
          <DateTimeField
            mode="date"
            label="用到哪一天"
            hint="不选就一直有效，可以随时停用"
            min={Date.now()}
            value={lastDay}
            error={errors.lastDay}
            onChange={form.field('lastDay', errors).onChange}
          />
        </>
      )}
    </FormSheet>
  );
}
