import { BULLETIN_LIMITS, type Bulletin, chineseNumber } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { ErrorNotice } from '@/components/ErrorNotice';
import { RestoredNotice } from '@/components/RestoredNotice';
import { Section } from '@/components/Section';
import { TextArea } from '@/components/TextArea';
import { bulletinFiles, writeBulletin } from '@/features/figures/figures.api';
import { PaperButtons } from '@/features/papers/PaperButtons';
import { useSubmission } from '@/hooks/useSubmission';
import { useDraft } from '@/services/drafts';
import { BulletinTable } from './BulletinTable';
import './index.scss';

const IN_BROWSER = process.env.TARO_ENV === 'h5';

/** What the office writes itself, what the figures say, and both as files. */
export function BulletinDraft({ bulletin }: { bulletin: Bulletin }) {
  const { county, month, title, sections } = bulletin;
  // Null until something is written: what is kept is shown then.
  const draft = useDraft<{ opening: string | null }>(`bulletin:${county}:${month}`, { opening: null });
  const [kept, setKept] = useState({ opening: bulletin.opening, revision: bulletin.revision });
  const { submit, error } = useSubmission(writeBulletin);
  const files = bulletinFiles(county, month);
  const opening = draft.value.opening ?? kept.opening;
  const changed = opening !== kept.opening;
  const save = async () => {
    const answer = await submit({ county, month, opening, revision: kept.revision });
    if (answer === null) return;
    setKept(answer);
    draft.clear();
  };
  return (
    <View>
      {changed && kept.revision === bulletin.revision && <RestoredNotice draft={draft} />}
      <Section title="开头的话">
        <Card>
          <TextArea
            label="开头的话"
            hint="写在通报最前面，例如总的评价和下一步要求。其余内容由系统按数据起草，不用再填。"
            max={BULLETIN_LIMITS.openingMax}
            value={opening}
            error={error?.fields.opening}
            onChange={(next) => draft.update({ opening: next })}
          />
          <ErrorNotice error={error} />
          <Button block text={changed || kept.opening === '' ? '保存' : '已保存'} disabled={!changed} onPress={save} />
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
            {section.table && <BulletinTable table={section.table} />}
          </Card>
        ))}
      </Section>
    </View>
  );
}
