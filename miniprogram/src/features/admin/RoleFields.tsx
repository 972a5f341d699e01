import { type GrantInput, ROLE_LABELS, ROLE_LEVELS, type Role } from '@consult/shared';
import { ChoiceField } from '@/components/ChoiceField';
import { TownshipField } from '@/features/account/TownshipField';
import { DepartmentField } from '@/features/departments/DepartmentField';
import type { SheetForm } from '@/hooks/useSheetForm';

/** A role as it is being chosen, with what goes with it. */
export interface ChosenRole {
  role: Role | null;
  township: string | null;
  departmentId: string | null;
}

export const NO_ROLE: ChosenRole = { role: null, township: null, departmentId: null };

const inTownship = ({ role }: ChosenRole): boolean => role !== null && ROLE_LEVELS[role] === 'township';

/** What is still missing, by field. */
export function roleProblems(chosen: ChosenRole): Record<string, string> {
  const { role, township, departmentId } = chosen;
  return {
    ...(role === null && { role: '请选择身份' }),
    ...(inTownship(chosen) && township === null && { region: '请选择乡镇（街道）' }),
    ...(role === 'department' && departmentId === null && { departmentId: '请选择部门' }),
  };
}

/** The role in the words of the API; null while roleProblems has something to say. */
export function grantOf(chosen: ChosenRole, county: string): GrantInput | null {
  const { role, township, departmentId } = chosen;
  if (role === null || Object.keys(roleProblems(chosen)).length > 0) return null;
  return {
    role,
    region: inTownship(chosen) ? (township ?? county) : county,
    ...(role === 'department' && departmentId !== null && { departmentId }),
  };
}

interface Props {
  county: string;
  roles: readonly Role[];
  form: SheetForm<ChosenRole>;
  errors: Readonly<Record<string, string>>;
}

/** A role, and the township or the department that goes with it. */
export function RoleFields({ county, roles, form, errors }: Props) {
  return (
    <>
      <ChoiceField<Role>
        label="身份"
        required
        choices={roles.map((value) => ({ value, label: ROLE_LABELS[value] }))}
        {...form.choice<Role>('role', errors)}
      />
      {inTownship(form.value) && (
        <TownshipField
          label="乡镇（街道）"
          required
          county={county}
          {...form.choice('township', errors)}
          error={errors.region}
        />
      )}
      {form.value.role === 'department' && (
        <DepartmentField label="部门" required region={county} {...form.choice('departmentId', errors)} />
      )}
    </>
  );
}
