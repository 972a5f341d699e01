import { ChoiceField } from '@/components/ChoiceField';
import { ErrorNotice } from '@/components/ErrorNotice';
import { findRegion } from '@/features/regions/region-tree';
import { useRegionTree } from '@/features/regions/useRegionTree';

interface Props {
  /** Township codes. */
  townships: readonly string[];
  /** Community code. */
  value: string | null;
  error?: string | null;
  onChange(community: string): void;
}

/** Which village or community (村/社区) it is about. */
export function CommunityField({ townships, value, error, onChange }: Props) {
  const tree = useRegionTree();
  const offered = townships.flatMap((code) => findRegion(tree.data ?? [], code) ?? []);
  const choices = offered.flatMap((township) =>
    township.children.map(({ code, name }) => ({
      value: code,
      label: name,
      // Where there are several townships, two of them may have a community of the same name.
      ...(offered.length > 1 && { hint: township.name }),
    })),
  );
  return (
    <>
      <ChoiceField
        required
        label="村（社区）"
        choices={choices}
        value={value === null ? [] : [value]}
        error={error}
        onChange={([community]) => community && onChange(community)}
      />
      <ErrorNotice error={tree.error} onRetry={tree.reload} />
    </>
  );
}
