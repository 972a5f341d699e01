import {
  chinaDate,
  chinaYear,
  OPEN_DATASETS,
  OPEN_FORMAT_LABELS,
  OPEN_LICENCE,
  OPEN_PATHS,
  OPEN_PROGRAM_FORMATS,
  OPEN_TABLE_LIST,
  type OpenDataset,
  type OpenFormat,
  openCitation,
  openFileName,
  regionAt,
} from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { FilterPill, FilterPills } from '@/components/FilterPill';
import { Section } from '@/components/Section';
import { Tabs } from '@/components/Tabs';
import type { Township } from '@/services/township';
import { fetchFile } from './fetch-file';
import './index.scss';

const YEARS_BACK = 5;
type Level = 'township' | 'county';

/** The files of a township or its county, by year. */
export function Downloads({ township }: { township: Township }) {
  const [level, setLevel] = useState<Level>('township');
  const [year, setYear] = useState<number | null>(null);
  const [forPrograms, setForPrograms] = useState(false);
  const now = Date.now();
  const region = level === 'township' ? township.code : (regionAt(township.code, 'county') ?? township.code);
  const place = level === 'township' ? township.name : '全县（区）';
  const years = Array.from({ length: YEARS_BACK }, (_, back) => chinaYear(now) - back);
  const get = (dataset: OpenDataset, format: OpenFormat) =>
    fetchFile(OPEN_PATHS.file(openFileName({ dataset, region, year, format })));
  return (
    <View>
      <Card>
        <Text className="open-data__text">
          这里是协商过程的公开数据，任何人都可以下载、核对、研究。没有姓名、电话和正文；日期只到天，只有协商活动和成果的编号里带着建立的时刻；评议人数少的不公布。
        </Text>
        <Text className="open-data__text">
          许可：{OPEN_LICENCE.name}（{OPEN_LICENCE.title}）。可以自由使用，请注明出处。
        </Text>
      </Card>
      <Tabs<Level>
        tabs={[
          { value: 'township', label: township.name },
          { value: 'county', label: '全县（区）' },
        ]}
        value={level}
        onChange={setLevel}
      />
      <FilterPills>
        <FilterPill
          title="年份"
          all="全部年份"
          choices={years.map((one) => ({ value: String(one), label: `${one} 年` }))}
          value={year === null ? null : String(year)}
          onChange={(chosen) => setYear(chosen === null ? null : Number(chosen))}
        />
      </FilterPills>
      <View className="open-data__sets">
        {OPEN_DATASETS.map((dataset) => {
          const { title, about, yearOf } = OPEN_TABLE_LIST[dataset];
          return (
            <Card key={dataset}>
              <Text
                className="open-data__title"
                {...(process.env.TARO_ENV === 'h5' ? { role: 'heading', 'aria-level': '2' } : {})}
              >
                {title}
              </Text>
              <Text className="open-data__text">
                {about}按{yearOf}分年。
              </Text>
              <Button
                reads
                kind="secondary"
                text={`下载${OPEN_FORMAT_LABELS.csv}`}
                label={`下载${place}${title}，${OPEN_FORMAT_LABELS.csv}`}
                onPress={() => get(dataset, 'csv')}
              />
            </Card>
          );
        })}
      </View>
      <Section title="怎样引用">
        <Card>
          <Text className="open-data__text">{openCitation(place, '议题', chinaDate(now))}</Text>
        </Card>
      </Section>
      <Section title="给程序用">
        <Card>
          <Text className="open-data__text">
            目录在 /api/v1/open，每个数据集有字段说明（table-schema、json-schema），也可以分页读取。同一个网络每分钟可读
            30 次、下载 10 次。学校、媒体、研究机构等单位要用得更多，可以向县（区）管理员申请密钥，次数上限更高。
          </Text>
          <Button reads kind="text" text="打开目录" onPress={() => fetchFile(OPEN_PATHS.catalogue)} />
          {forPrograms ? (
            OPEN_DATASETS.map((dataset) => (
              <View key={dataset} className="open-data__files">
                <Text className="open-data__name">{OPEN_TABLE_LIST[dataset].title}</Text>
                {OPEN_PROGRAM_FORMATS.map((format) => (
                  <Button
                    key={format}
                    reads
                    kind="secondary"
                    text={OPEN_FORMAT_LABELS[format]}
                    label={`下载${place}${OPEN_TABLE_LIST[dataset].title}，${OPEN_FORMAT_LABELS[format]}`}
                    onPress={() => get(dataset, format)}
                  />
                ))}
              </View>
            ))
          ) : (
            <Button reads kind="text" text="看程序用的文件" onPress={() => setForPrograms(true)} />
          )}
        </Card>
      </Section>
    </View>
  );
}
