import type { BulletinTable as Table } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { useWideScreen } from '@/hooks/useWideScreen';

const IN_BROWSER = process.env.TARO_ENV === 'h5';
/** More than these are too narrow to read beside one another on a phone. */
const PHONE_COLUMNS_MAX = 4;

/** A table of the bulletin; on a phone one of many columns is read row by row. */
export function BulletinTable({ table }: { table: Table }) {
  const wide = useWideScreen();
  if (!wide && table.head.length > PHONE_COLUMNS_MAX) return <Rows table={table} />;
  return (
    <View className="bulletin__table" {...(IN_BROWSER ? { role: 'table', tabIndex: 0 } : {})}>
      {[table.head, ...table.rows].map((cells, row) => (
        <View
          key={cells.join('|')}
          className={row === 0 ? 'bulletin__row bulletin__row--head' : 'bulletin__row'}
          {...(IN_BROWSER ? { role: 'row' } : {})}
        >
          {cells.map((cell, column) => (
            <Text
              // biome-ignore lint/suspicious/noArrayIndexKey: a cell has no name but its place
              key={column}
              className="bulletin__cell"
              style={{ flexGrow: table.widths[column] ?? 1 }}
              {...(IN_BROWSER ? { role: row === 0 ? 'columnheader' : 'cell' } : {})}
            >
              {cell}
            </Text>
          ))}
        </View>
      ))}
    </View>
  );
}

function Rows({ table: { head, rows } }: { table: Table }) {
  // A number alone names nothing: the next cell goes with it.
  const named = head[0] === '序号' ? 2 : 1;
  return (
    <View>
      {rows.map((cells) => (
        <View key={cells.join('|')} className="bulletin__item">
          <Text className="bulletin__name">{cells.slice(0, named).join('．')}</Text>
          <Text className="bulletin__facts">
            {cells
              .slice(named)
              .map((cell, i) => `${head[named + i]} ${cell}`)
              .join('，')}
          </Text>
        </View>
      ))}
    </View>
  );
}
