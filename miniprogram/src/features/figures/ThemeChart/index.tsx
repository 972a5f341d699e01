import { type Count, chinaMonth, NONE, type ThemeFigures, type TopicCategory } from '@consult/shared';
import { ScrollView, Text, View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { Button } from '@/components/Button';
import { Icon } from '@/components/Icon';
import { Tappable } from '@/components/Tappable';
import './index.scss';

const IN_BROWSER = process.env.TARO_ENV === 'h5';

/** So many months stand on a phone beside the theme and its sum. */
const FITS = 2;

interface Props {
  themes: readonly ThemeFigures[];
  columns: readonly string[];
  /** @param column of one month or year; left out: of all of them */
  onTap(category: TopicCategory, count: Count, column?: string): void;
}

/** 6月, 2026年 */
const columnLabel = (column: string) => (column.length === 4 ? `${column}年` : `${Number(column.slice(5))}月`);

/** Each theme over time as a small picture of its own, all to one scale; and the same as a table. */
export function ThemeChart({ themes, columns, onTap }: Props) {
  const [asTable, setAsTable] = useState(false);
  const highest = Math.max(1, ...themes.flatMap(({ counts }) => counts.map(({ n }) => n)));
  return (
    <View>
      {asTable ? (
        <ThemeTable themes={themes} columns={columns} onTap={onTap} />
      ) : (
        <View className="theme-chart">
          {themes.map(({ category, total, counts }) => (
            <Tappable
              key={category}
              role="link"
              className="theme-chart__theme"
              label={`${category}，共 ${total.n} 件；${columns.map((column, i) => `${columnLabel(column)} ${counts[i]?.n ?? 0} 件`).join('，')}`}
              disabled={total.rows === 0}
              onTap={() => onTap(category, total)}
            >
              <View className="theme-chart__words">
                <Text className="theme-chart__name">{category}</Text>
                <Text className="theme-chart__total">{total.n} 件</Text>
                {total.rows > 0 && <Icon name="forward" scale={0.7} />}
              </View>
              <View className="theme-chart__bars">
                {columns.map((column, i) => (
                  <View key={column} className="theme-chart__slot">
                    <View
                      className="theme-chart__bar"
                      style={{ height: `${((counts[i]?.n ?? 0) / highest) * 100}%` }}
                    />
                  </View>
                ))}
              </View>
              <View className="theme-chart__ends">
                <Text>{columnLabel(columns[0] ?? '')}</Text>
                {columns.length > 1 && <Text>{columnLabel(columns.at(-1) ?? '')}</Text>}
              </View>
            </Tappable>
          ))}
        </View>
      )}
      <Button reads kind="text" text={asTable ? '看图' : '看表格'} onPress={() => setAsTable(!asTable)} />
    </View>
  );
}

/** The newest month that has begun first: on a phone those before it are reached by swiping. */
function ThemeTable({ themes, columns, onTap }: Props) {
  const month = chinaMonth(Date.now());
  const latestFirst = columns
    .map((column, i) => ({ column, i }))
    .filter(({ column }) => column <= month)
    .reverse();
  const head = ['类别', '合计', ...latestFirst.map(({ column }) => columnLabel(column))];
  const table = (
    <ScrollView scrollX className="theme-table" {...(IN_BROWSER ? { role: 'table', tabIndex: 0 } : {})}>
      <View className="theme-table__row" {...(IN_BROWSER ? { role: 'row' } : {})}>
        {head.map((words) => (
          <Cell key={words} head>
            {words}
          </Cell>
        ))}
      </View>
      {themes.map(({ category, counts, total }) => (
        <View key={category} className="theme-table__row" {...(IN_BROWSER ? { role: 'row' } : {})}>
          <Cell>{category}</Cell>
          <CountCell label={`${category}，合计`} count={total} onTap={(count) => onTap(category, count)} />
          {latestFirst.map(({ column, i }) => (
            <CountCell
              key={column}
              label={`${category}，${columnLabel(column)}`}
              count={counts[i] ?? NONE}
              onTap={(count) => onTap(category, count, column)}
            />
          ))}
        </View>
      ))}
    </ScrollView>
  );
  return (
    <View>
      {latestFirst.length > FITS && (
        <Text className="theme-table__hint">{`左右滑动，看其余${columns[0]?.length === 4 ? '年份' : '月份'}`}</Text>
      )}
      {table}
    </View>
  );
}

function Cell({ head = false, children }: { head?: boolean; children: ReactNode }) {
  return (
    <View className="theme-table__cell" {...(IN_BROWSER ? { role: head ? 'columnheader' : 'cell' } : {})}>
      {typeof children === 'string' ? <Text>{children}</Text> : children}
    </View>
  );
}

function CountCell({ label, count, onTap }: { label: string; count: Count; onTap(count: Count): void }) {
  if (count.rows === 0) return <Cell>{String(count.n)}</Cell>;
  return (
    <Cell>
      <Tappable role="link" className="theme-table__link" label={`${label} ${count.n} 件`} onTap={() => onTap(count)}>
        <Text>{count.n}</Text>
      </Tappable>
    </Cell>
  );
}
