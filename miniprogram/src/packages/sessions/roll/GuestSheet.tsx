import { GUEST_LIMITS, lengthOf, type ParticipantCategory, type SessionDetail } from '@consult/shared';
import { useState } from 'react';
import { FormSheet } from '@/components/FormSheet';
import { TextField } from '@/components/TextField';
import { addGuest } from '@/features/sessions/session.api';
import { CategoryField } from './CategoryField';
import { INVITED, OriginFields, originOf } from './OriginFields';

interface Props {
  session: SessionDetail;
  /** Of those who are on the list, as far as it was read. */
  names: readonly string[];
  onDone(changed: boolean): void;
}

/** Puts somebody without an account on the list, by name. */
export function GuestSheet({ session, names, onDone }: Props) {
  const [name, setName] = useState('');
  const [unit, setUnit] = useState('');
  const [category, setCategory] = useState<ParticipantCategory>('resident');
  const [origin, setOrigin] = useState(INVITED);
  const trimmed = name.trim();
  const body = { name: trimmed, category, ...originOf(origin), ...(unit.trim() === '' ? {} : { unit: unit.trim() }) };
  return (
    <FormSheet
      title="登记没有账号的人"
      text="给没有手机或微信的列席、特邀人员和群众代表。收不到消息，不能在手机上表态，请另行通知；姓名只给办会的人和会场里的人看。会议纪要里只写类别；要写姓名，先问过本人，写进去就一直公开。"
      confirmLabel="加入名单"
      body={body}
      problems={
        trimmed === ''
          ? { name: '请填写姓名' }
          : lengthOf(trimmed) < GUEST_LIMITS.nameMin
            ? { name: `姓名至少 ${GUEST_LIMITS.nameMin} 个字` }
            : {}
      }
      send={(content, key) => addGuest(session.id, content, key)}
      onDone={onDone}
    >
      {(errors) => (
        <>
          <TextField
            label="姓名"
            required
            max={GUEST_LIMITS.nameMax}
            value={name}
            error={errors.name}
            {...(names.includes(trimmed) && { hint: `名单上已有“${trimmed}”，是同一个人就不用再加` })}
            onChange={setName}
          />
          <TextField
            label="单位或职务"
            placeholder="县水利局、二组村民"
            max={GUEST_LIMITS.unitMax}
            value={unit}
            error={errors.unit}
            onChange={setUnit}
          />
          <CategoryField value={category} error={errors.category} onChange={setCategory} />
          <OriginFields value={origin} errors={errors} onChange={setOrigin} />
        </>
      )}
    </FormSheet>
  );
}
