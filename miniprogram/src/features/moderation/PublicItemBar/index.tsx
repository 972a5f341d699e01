import type { PublicKind } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Icon } from '@/components/Icon';
import { Tappable } from '@/components/Tappable';
import { requireSignIn } from '@/features/identity/require-sign-in';
import { MoveButtons } from '@/features/moves/MoveButtons';
import { useAsync } from '@/hooks/useAsync';
import { useSession } from '@/services/session';
import { getPublicItem } from '../moderation.api';
import { publicMove } from '../public-moves';
import { type Part, Parts } from './Parts';
import { ReportSheet } from './ReportSheet';
import './index.scss';

interface Props {
  kind: PublicKind;
  id: string;
  /** What of it can be taken down by itself. */
  parts?: readonly Part[];
  /** Reads the item again once it was taken down or put back. */
  onMoved(): unknown;
}

/** At the foot of what everyone sees: reporting it and, for those who watch over it, taking it down. */
export function PublicItemBar({ kind, id, parts = [], onMoved }: Props) {
  const { me } = useSession();
  const { data: item, reload } = useAsync(
    () => (me === null ? Promise.resolve(null) : getPublicItem(kind, id)),
    [kind, id, me?.id],
  );
  const [reporting, setReporting] = useState(false);

  const report = async () => {
    if (await requireSignIn()) setReporting(true);
  };
  const moves = [
    ...(item?.canTakeDown ? [publicMove(kind, id, 'take_down')] : []),
    ...(item?.canRestore ? [publicMove(kind, id, 'restore')] : []),
  ];
  const moved = async () => {
    await reload();
    await onMoved();
  };
  return (
    <View className="public-item-bar">
      {item?.state === 'taken_down' && (
        <View className="public-item-bar__down">
          <Icon name="lock" />
          <Text>已撤下，大家看不到{item.reason && `。原因：${item.reason}`}</Text>
        </View>
      )}
      <MoveButtons of={`${kind}:${id}`} moves={moves} onMoved={moved} />
      {item?.canTakeDown && <Parts parts={parts} onMoved={moved} />}
      {item?.reported ? (
        <Text className="public-item-bar__said">您已举报，结果在“我的举报”里看</Text>
      ) : (
        (me === null || item?.canReport) && (
          <Tappable className="public-item-bar__report" onTap={() => void report()}>
            <Icon name="warning" scale={0.9} />
            <Text>内容有问题？举报</Text>
          </Tappable>
        )
      )}
      {reporting && (
        <ReportSheet
          kind={kind}
          id={id}
          onDone={(sent) => {
            setReporting(false);
            if (sent) void reload();
          }}
        />
      )}
    </View>
  );
}
