import { Text, View } from '@tarojs/components';
import { Icon } from '@/components/Icon';
import { Skeleton } from '@/components/ListView/Skeleton';
import { Sheet } from '@/components/Sheet';
import { ErrorBlock } from '@/components/StateBlock';
import { Tappable } from '@/components/Tappable';
import { chooseTownship, useTownship } from '@/services/township';
import { cx } from '@/utils/cx';
import { regionsAt } from '../region-tree';
import { useRegionTree } from '../useRegionTree';
import './index.scss';

interface Props {
  open: boolean;
  onClose(): void;
}

/** Chooses the township to look at, county by county. */
export function TownshipSheet({ open, onClose }: Props) {
  return (
    <Sheet open={open} title="选择乡镇（街道）" onClose={onClose}>
      <TownshipChoices onChosen={onClose} />
    </Sheet>
  );
}

function TownshipChoices({ onChosen }: { onChosen(): void }) {
  const { data, error, reload } = useRegionTree();
  const here = useTownship();
  if (error) return <ErrorBlock error={error} onRetry={reload} />;
  if (!data) return <Skeleton rows={3} />;
  return (
    <View>
      {regionsAt(data, 'county').map((county) => (
        <View key={county.code} className="township-sheet__county">
          <Text className="township-sheet__name">{county.name}</Text>
          <View className="township-sheet__choices">
            {county.children.map(({ code, name }) => (
              <Tappable
                key={code}
                role="radio"
                checked={code === here?.code}
                className={cx('township-sheet__choice', code === here?.code && 'township-sheet__choice--here')}
                onTap={() => {
                  chooseTownship({ code, name });
                  onChosen();
                }}
              >
                <Text>{name}</Text>
                {code === here?.code && <Icon name="check" scale={0.8} />}
              </Tappable>
            ))}
          </View>
        </View>
      ))}
    </View>
  );
}
