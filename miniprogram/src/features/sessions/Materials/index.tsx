import { programmeItem, type SessionDetail, type SessionMaterial, sayMoment } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { ErrorNotice } from '@/components/ErrorNotice';
import { Section } from '@/components/Section';
import { useAsync } from '@/hooks/useAsync';
import { useMoves } from '@/hooks/useMoves';
import { openDocument } from '@/services/documents';
import { openPage } from '@/services/navigation';
import { useSession } from '@/services/session';
import { SESSION_PAGES } from '../session.pages';
import { MaterialRow } from './MaterialRow';
import { MaterialSheet } from './MaterialSheet';
import { listMaterials, removeMaterial } from './material.api';
import './index.scss';

interface Props {
  session: SessionDetail;
  /** The session's to-dos and timeline have changed. */
  onChanged(): unknown;
}

/** The papers of a session, to read; whoever runs it adds them and takes them away. */
export function Materials({ session, onChanged }: Props) {
  const { me } = useSession();
  const { id, programme } = session;
  const { data, error, reload } = useAsync(() => listMaterials(id), [id, me?.id, session.state]);
  const [adding, setAdding] = useState(false);
  const changed = async () => {
    await reload();
    await onChanged();
  };
  const { ask, sheet } = useMoves(changed);

  if (!data) return <ErrorNotice error={error} onRetry={reload} />;
  const { items, dueAt, canManage } = data;
  if (items.length === 0 && !canManage) return null;
  const open = async (material: SessionMaterial) => {
    if (material.kind === 'text') return openPage(SESSION_PAGES.material, { id, material: material.id });
    // The address that the list came with may have run out by now.
    const fresh = (await listMaterials(id).catch(() => data)).items.find((one) => one.id === material.id) ?? material;
    if (fresh.url && fresh.extension) await openDocument(fresh.url, fresh.extension);
  };
  const remove = ({ id: materialId, title }: SessionMaterial) =>
    ask({
      title: '撤下材料',
      text: `撤下“${title}”，会议页面上不再显示。`,
      confirmLabel: '撤下',
      danger: true,
      onConfirm: async (_, key) => ({ answer: await removeMaterial(id, materialId, key) }),
    });
  return (
    <Section title="会议材料">
      <Card>
        {items.map((material) => (
          <MaterialRow
            key={material.id}
            material={material}
            about={material.itemId === null ? null : (programmeItem(programme, material.itemId)?.title ?? null)}
            onOpen={() => void open(material)}
            onRemove={canManage ? () => void remove(material) : null}
          />
        ))}
        {canManage && (
          <View className="materials__foot">
            {dueAt !== null && items.length === 0 && (
              <Text className="materials__due">请在{sayMoment(dueAt, Date.now())}前发材料，晚了会标明。</Text>
            )}
            <Button block kind="secondary" icon="plus" text="加一份材料" onPress={() => setAdding(true)} />
          </View>
        )}
      </Card>
      {adding && (
        <MaterialSheet
          session={session}
          onDone={(done) => {
            setAdding(false);
            if (done) void changed();
          }}
        />
      )}
      {sheet}
    </Section>
  );
}
