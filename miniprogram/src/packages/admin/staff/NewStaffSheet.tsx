import { type PersonName, PHONE_PATTERN, type StaffInitialPassword, USERNAME_PATTERN } from '@consult/shared';
import { useRef, useState } from 'react';
import { FormSheet } from '@/components/FormSheet';
import { TextField } from '@/components/TextField';
import { TownshipField } from '@/features/account/TownshipField';
import { openStaffAccount } from '@/features/admin/staff.api';
import { PersonField } from '@/features/sessions/PersonField';

interface Props {
  county: string;
  /** Null: nothing was opened. */
  onDone(opened: StaffInitialPassword | null): void;
}

/** Opens an account for somebody who works in the county. */
export function NewStaffSheet({ county, onDone }: Props) {
  const [township, setTownship] = useState<string | null>(null);
  const [person, setPerson] = useState<PersonName[]>([]);
  const [username, setUsername] = useState('');
  const [phone, setPhone] = useState('');
  // A ref: the sheet is done before a state would be drawn.
  const opened = useRef<StaffInitialPassword | null>(null);
  const name = username.trim();
  const number = phone.replace(/[\s-]/g, '');
  const [chosen] = person;

  const problems: Record<string, string> = {};
  if (township === null) problems.township = '请选择乡镇（街道）';
  else if (!chosen) problems.personId = '请选择人员';
  if (!USERNAME_PATTERN.test(name)) problems.username = '小写字母开头，3 到 32 位小写字母、数字、点或短横';
  if (number !== '' && !PHONE_PATTERN.test(number)) problems.phone = '请填写 11 位手机号';

  return (
    <FormSheet
      title="开通账号"
      confirmLabel="开通"
      body={{ personId: chosen?.id ?? '', username: name, ...(number !== '' && { phone: number }) }}
      problems={problems}
      send={async (body, key) => {
        opened.current = await openStaffAccount(body, key);
      }}
      onDone={() => onDone(opened.current)}
    >
      {(errors) => (
        <>
          <TownshipField
            label="乡镇（街道）"
            hint="县直部门和县政协的人，选任意一个乡镇都能找到"
            required
            county={county}
            value={township === null ? [] : [township]}
            error={errors.township}
            onChange={([code]) => {
              setTownship(code ?? null);
              setPerson([]);
            }}
          />
          {township !== null && (
            <PersonField
              key={township}
              label="人员"
              required
              region={township}
              value={person}
              error={errors.personId}
              onChange={setPerson}
            />
          )}
          <TextField
            label="用户名"
            hint="登录用，如 zhangsan"
            required
            value={username}
            error={errors.username}
            onChange={setUsername}
          />
          <TextField label="手机号" type="tel" value={phone} error={errors.phone} onChange={setPhone} />
        </>
      )}
    </FormSheet>
  );
}
