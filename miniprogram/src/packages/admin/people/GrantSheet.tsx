import { type GrantInput, grantableRoles, type PersonName, ROLE_LABELS, ROLE_LEVELS, type Role } from '@consult/shared';
import { ChoiceField } from '@/components/ChoiceField';
import { FormSheet } from '@/components/FormSheet';
import { TownshipField } from '@/features/account/TownshipField';
import { giveRole } from '@/features/admin/grants.api';
import { DepartmentField } from '@/features/departments/DepartmentField';
import { useSheetForm } from '@/hooks/useSheetForm';
import { useSession } from '@/services/session';

interface Props {
  county: string;
  person: PersonName;
  onDone(changed: boolean): void;
}

interface Chosen {
  role: Role | null;
  township: string | null;
  departmentId: string | null;
}

/** Gives somebody a role, with the township or the department that goes with it. */
export function GrantSheet({ county, person, onDone }: Props) {
  const { grants } = useSession();
  const form = useSheetForm<Chosen>({ role: null, township: null, departmentId: null }, { role: '请选择身份' });
  const { role, township, departmentId } = form.value;
  const inTownship = role !== null && ROLE_LEVELS[role] === 'township';
  const problems = {
    ...form.problems,
    ...(inTownship && township === null && { region: '请选择乡镇（街道）' }),
    ...(role === 'department' && departmentId === null && { departmentId: '请选择部门' }),
  };
  const body: Partial<GrantInput> = {
    ...(role !== null && { role }),
    region: inTownship ? (township ?? county) : county,
    ...(role === 'department' && departmentId !== null && { departmentId }),
  };

  return (
    <FormSheet
      title={`授予${person.name}身份`}
      text="马上生效，并记入变动记录。"
      confirmLabel="授予"
      body={body}
      problems={problems}
      send={(content, key) => giveRole(person.id, content as GrantInput, key)}
      onDone={onDone}
    >
      {(errors) => (
        <>
          <ChoiceField<Role>
            label="身份"
            required
            choices={grantableRoles(grants).map((value) => ({ value, label: ROLE_LABELS[value] }))}
            {...form.choice<Role>('role', errors)}
          />
          {inTownship && (
            <TownshipField
              label="乡镇（街道）"
              required
              county={county}
              {...form.choice('township', errors)}
              error={errors.region}
            />
          )}
          {role === 'department' && (
            <DepartmentField label="部门" required region={county} {...form.choice('departmentId', errors)} />
          )}
        </>
      )}
    </FormSheet>
  );
}
