import {
  grantableRoles,
  type NewStaff,
  type PersonName,
  PHONE_PATTERN,
  type StaffInitialPassword,
  USERNAME_PATTERN,
} from '@consult/shared';
import { useRef } from 'react';
import { ChoiceField } from '@/components/ChoiceField';
import { FormSheet } from '@/components/FormSheet';
import { TextField } from '@/components/TextField';
import { type ChosenRole, grantOf, NO_ROLE, RoleFields, roleProblems } from '@/features/admin/RoleFields';
import { openStaffAccount } from '@/features/admin/staff.api';
import { useSheetForm } from '@/hooks/useSheetForm';
import { useSession } from '@/services/session';
import { KnownPersonFields } from './KnownPersonFields';

interface Props {
  county: string;
  /** Null: nothing was opened. */
  onDone(opened: StaffInitialPassword | null): void;
}

const WHOM = [
  { value: 'known', label: '平台里已有的人' },
  { value: 'new', label: '新来的人' },
] as const;

interface Filled {
  whom: 'known' | 'new';
  township: string | null;
  person: PersonName[];
  name: string;
  username: string;
  phone: string;
}

const EMPTY: Filled = { whom: 'known', township: null, person: [], name: '', username: '', phone: '' };

/** What is wrong with what was filled in, by field. */
function problemsOf({ whom, township, person, name, username }: Filled, phone: string, chosen: ChosenRole) {
  const isNew = whom === 'new';
  return {
    ...(!isNew && township === null && { township: '请选择乡镇（街道）' }),
    ...(!isNew && township !== null && person.length === 0 && { personId: '请选择人员' }),
    ...(isNew && name.trim() === '' && { name: '请填写姓名' }),
    ...(isNew && roleProblems(chosen)),
    ...(!USERNAME_PATTERN.test(username.trim()) && {
      username: '小写字母开头，3 到 32 位小写字母、数字、点或短横',
    }),
    ...((isNew || phone !== '') && !PHONE_PATTERN.test(phone) && { phone: '请填写 11 位手机号' }),
  };
}

/** Opens an account for somebody who works in the county: whom the product knows, or somebody new with their role. */
export function NewStaffSheet({ county, onDone }: Props) {
  const { grants } = useSession();
  const form = useSheetForm<Filled>(EMPTY, {});
  const role = useSheetForm<ChosenRole>(NO_ROLE, {});
  // A ref: the sheet is done before a state would be drawn.
  const opened = useRef<StaffInitialPassword | null>(null);
  const { whom, person, name } = form.value;
  const isNew = whom === 'new';
  const username = form.value.username.trim();
  const phone = form.value.phone.replace(/[\s-]/g, '');
  const grant = grantOf(role.value, county);
  const newPerson: NewStaff | null = grant && { name: name.trim(), phone, ...grant };

  return (
    <FormSheet
      title="开通账号"
      confirmLabel="开通"
      body={
        isNew
          ? { username, ...(newPerson && { person: newPerson }) }
          : { username, personId: person[0]?.id ?? '', ...(phone !== '' && { phone }) }
      }
      problems={problemsOf(form.value, phone, role.value)}
      send={async (body, key) => {
        opened.current = await openStaffAccount(body, key);
      }}
      onDone={() => onDone(opened.current)}
    >
      {(errors) => (
        <>
          <ChoiceField<Filled['whom']>
            label="给谁开通"
            required
            choices={WHOM}
            value={[whom]}
            onChange={([chosen]) => form.field('whom', errors).onChange(chosen ?? whom)}
          />
          {isNew ? (
            <>
              <TextField
                label="姓名"
                required
                {...form.field('name', errors)}
                error={errors.name ?? errors['person.name']}
              />
              <RoleFields
                county={county}
                roles={grantableRoles(grants).filter((one) => one !== 'member')}
                form={role}
                errors={errors}
              />
            </>
          ) : (
            <KnownPersonFields
              county={county}
              township={form.field('township', errors)}
              person={{ ...form.field('person', errors), error: errors.personId }}
            />
          )}
          <TextField label="用户名" hint="登录用，如 zhangsan" required {...form.field('username', errors)} />
          <TextField
            label="手机号"
            type="tel"
            required={isNew}
            {...form.field('phone', errors)}
            error={errors.phone ?? errors['person.phone']}
          />
        </>
      )}
    </FormSheet>
  );
}
