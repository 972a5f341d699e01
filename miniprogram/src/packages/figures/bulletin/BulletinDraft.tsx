import { BULLETIN_LIMITS, type Bulletin, chineseNumber } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { ErrorNotice } from '@/components/ErrorNotice';
import { Section } from '@/components/Section';
import { TextArea } from '@/components/TextArea';
import { bulletinFiles, writeBulletin } from '@/features/figures/figures.api';
import { PaperButtons } from '@/features/papers/PaperButtons';
import { useSubmission } from '@/hooks/useSubmission';
import './index.scss';

const IN_BROWSER = process.env.TARO_ENV === 'h5';

/** What the office writes itself, what the figures say, and both as files. */
export function BulletinDraft({ bulletin }: { bulletin: Bulletin }) {
  const { county, month, title, sections } = bulletin;
  const [opening, setOpening] = useState(bulletin.opening);
  const [kept, setKept] = useState({ opening: bulletin.opening, revision: bulletin.revision });
  const { submit, error } = useSubmission(writeBulletin);
  const files = bulletinFiles(county, month);
  const changed = opening !== kept.opening;
  const save = async () => {
    const answer = await submit({ county, month, opening, revision: kept.revision });
    if (answer !== null) setKept(answer);
  };
  return (
    <View>
      <Section title="开头的话">
        <Card>
          <TextArea
            label="开头的话"
            hint="写在通报最前面，例如总的评价和下一步要求。其余内容由系统按数据起草，不用再填。"
            max={BULLETIN_LIMITS.openingMax}
            value={opening}
            error={error?.fields.opening}
            onChange={setOpening}
          />
          <ErrorNotice error={error} />
          <Button block text={changed ? '保存' : '已保存'} disabled={!changed} onPress={save} />
        </Card>
      </Section>
      <Section title="文件">
        <Card>
          {changed && <Text className="bulletin__note">开头的话还没有保存，文件里是上次保存的内容。</Text>}
          <PaperButtons path={files.paper} text="下载通报（Word 文件）" printable={false} />
          <PaperButtons path={files.tables} text="下载统计表（Excel 文件）" printable={false} />
        </Card>
      </Section>
      <Section title={title}>
        {sections.map((section, i) => (
          <Card key={section.title}>
            <Text className="bulletin__title" {...(IN_BROWSER ? { role: 'heading', 'aria-level': '3' } : {})}>
              {`${chineseNumber(i + 1)}、${section.title}`}
            </Text>
            {section.paragraphs.map((paragraph) => (
              <Text key={paragraph} className="bulletin__paragraph">
                {paragraph}
              </Text>
            ))}
            {section.table && (
              <View className="bulletin__table" {...(IN_BROWSER ? { role: 'table', tabIndex: 0 } : {})}>
                {[section.table.head, ...section.table.rows].map((cells, row) => (
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
                        style={{ flexGrow: section.table?.widths[column] ?? 1 }}
                        {...(IN_BROWSER ? { role: row === 0 ? 'columnheader' : 'cell' } : {})}
                      >
                        {cell}
                      </Text>
                    ))}
                  </View>
                ))}
              </View>
            )}
          </Card>
        ))}
      </Section>
    </View>
  );
}
