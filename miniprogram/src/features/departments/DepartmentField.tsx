import { View } from '@tarojs/components';
import { ChoiceField } from '@/components/ChoiceField';
import { ErrorNotice } from '@/components/ErrorNotice';
import type { FieldProps } from '@/components/Field';
import { useAsync } from '@/hooks/useAsync';
import { listDepartments } from './department.api';

type Props = FieldProps & {
  /** Whose departments, and its county's, can be chosen. */
  region: string;
  /** Department ids. */
  value: readonly string[];
  onChange(value: string[]): void;
  /** Several may be chosen. */
  multiple?: boolean;
  /** Departments that cannot be chosen, such as the one that has it already. */
  except?: readonly string[];
};

/** A department (承办部门), or several, chosen by name. */
export function DepartmentField({ region, value, except = [], ...field }: Props) {
  const { data, error, reload } = useAsync(() => listDepartments(region), [region]);
  const choices = (data ?? [])
    .filter(({ id }) => !except.includes(id))
    .map(({ id, name }) => ({ value: id, label: name }));
  return (
    <View>
      <ChoiceField<string> {...field} look="sheet" choices={choices} value={value} />
      <ErrorNotice error={error} onRetry={reload} />
    </View>
  );
}
