import { View } from '@tarojs/components';
import { ChoiceField } from '@/components/ChoiceField';
import { ErrorNotice } from '@/components/ErrorNotice';
import type { FieldProps } from '@/components/Field';
import { regionsAt } from '@/features/regions/region-tree';
import { useRegionTree } from '@/features/regions/useRegionTree';

type Props = FieldProps & {
  /** Township codes; at most one. */
  value: readonly string[];
  onChange(value: string[]): void;
  /** Only those of this county; left out: all. */
  county?: string;
};

/** A township (乡镇、街道), chosen by name. */
export function TownshipField({ value, onChange, county, ...field }: Props) {
  const { data, error, reload } = useRegionTree();
  const choices = regionsAt(data ?? [], 'county')
    .filter(({ code }) => county === undefined || code === county)
    .flatMap(({ name: countyName, children }) =>
      children.map(({ code, name }) => ({ value: code, label: name, hint: countyName })),
    );
  return (
    <View>
      <ChoiceField<string> {...field} look="sheet" choices={choices} value={value} onChange={onChange} />
      <ErrorNotice error={error} onRetry={reload} />
    </View>
  );
}
