import { type PersonName, type PersonView, ROLE_LABELS, type Role } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Icon } from '@/components/Icon';
import { ListView } from '@/components/ListView';
import { SearchField } from '@/components/SearchField';
import { Sheet } from '@/components/Sheet';
import { Tabs } from '@/components/Tabs';
import { Tappable } from '@/components/Tappable';
import { usePagedList } from '@/hooks/usePagedList';
import { cx } from '@/utils/cx';
import { findPeople } from '../session.api';
import '@/components/ChoiceField/index.scss';

interface Props {
  title: string;
  region: string;
  /** Only who holds it. */
  only?: Role | undefined;
  value: readonly PersonName[];
  multiple: boolean;
  onChange(value: PersonName[]): void;
  onClose(): void;
}

/** Whom one usually looks for in a session. */
const ROLE_TABS: readonly { value: Role | 'all'; label: string }[] = [
  { value: 'all', label: '全部' },
  ...(['member', 'resident', 'department', 'convener'] as const).map((value) => ({ value, label: ROLE_LABELS[value] })),
];

/** 承办部门（区民政局） */
const sayWho = ({ roles, departmentName }: PersonView): string =>
  roles.map((role) => ROLE_LABELS[role]).join('、') + (departmentName === null ? '' : `（${departmentName}）`);

/** The people of a township to choose from. */
export function PersonSheet({ title, region, only, value, multiple, onChange, onClose }: Props) {
  const [words, setWords] = useState('');
  const [role, setRole] = useState<Role | 'all'>(only ?? 'all');
  const list = usePagedList(
    (after) => findPeople(region, words, role === 'all' ? null : role, after),
    [region, words, role],
  );

  const choose = ({ id, name }: PersonName) => {
    if (!multiple) {
      onChange([{ id, name }]);
      onClose();
      return;
    }
    const rest = value.filter((person) => person.id !== id);
    onChange(rest.length < value.length ? rest : [...value, { id, name }]);
  };

  return (
    <Sheet
      open
      title={title}
      onClose={onClose}
      footer={multiple ? <Button block text={`选好了（${value.length}）`} onPress={onClose} /> : undefined}
    >
      <SearchField placeholder={only === undefined ? '输入姓名或部门查找' : '输入姓名查找'} onSearch={setWords} />
      {only === undefined && <Tabs tabs={ROLE_TABS} value={role} onChange={(chosen) => setRole(chosen)} />}
      <ListView
        list={list}
        keyOf={({ id }) => id}
        empty={{ title: words === '' ? '还没有可选的人' : `没有找到“${words}”` }}
        renderItem={(person) => {
          const chosen = value.some(({ id }) => id === person.id);
          return (
            <Tappable
              role={multiple ? 'checkbox' : 'radio'}
              checked={chosen}
              className={cx('choice-sheet__row', chosen && 'choice-sheet__row--chosen')}
              onTap={() => choose(person)}
            >
              <View className="choice-field__words">
                <Text>{person.name}</Text>
                {/* Where all are one thing it need not be said of each. */}
                {only !== person.roles.join() && <Text className="choice-field__hint">{sayWho(person)}</Text>}
              </View>
              {chosen && <Icon name="check" />}
            </Tappable>
          );
        }}
      />
    </Sheet>
  );
}
