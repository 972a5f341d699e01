import { Text, View } from '@tarojs/components';
import { Icon } from '@/components/Icon';
import { Tappable } from '@/components/Tappable';
import { openPage } from '@/services/navigation';
import { LEDGER_PAGES } from '../ledger.pages';
import './index.scss';

/** The way from the first page to the ledger of promises. */
export function LedgerEntrance() {
  return (
    <Tappable
      role="link"
      className="ledger-entrance"
      label="承诺台账：谁答应了什么，什么时候办好"
      onTap={() => void openPage(LEDGER_PAGES.list)}
    >
      <Icon name="promise" scale={1.2} />
      <View className="ledger-entrance__words">
        <Text className="ledger-entrance__title">承诺台账</Text>
        <Text>谁答应了什么，什么时候办好</Text>
      </View>
      <Icon name="forward" scale={0.8} />
    </Tappable>
  );
}
