import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const SOURCES = path.resolve(import.meta.dirname, '..');
/** What the records of who did what are called: the table, and its entity. */
const RECORDS = {
  events: 'EventEntity',
  moderation_events: 'ModerationEventEntity',
  staff_events: 'StaffEventEntity',
  live_entries: 'LiveEntryEntity',
  settings_changes: 'SettingsChangeEntity',
  open_key_events: 'OpenKeyEventEntity',
} as const;

const code = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts') && !name.includes('migrations'))
  .map((name) => ({ name, text: readFileSync(path.join(SOURCES, name), 'utf8') }));

describe.each(Object.entries(RECORDS))('the record %s', (table, entity) => {
  it('is written by the code that there is', () => {
    expect(code.some(({ text }) => text.includes(`@Entity('${table}')`) && text.includes(`class ${entity} `))).toBe(
      true,
    );
  });

  it('is only ever added to', () => {
    const byStatement = new RegExp(`(UPDATE|DELETE FROM) ${table}\\b`, 'i');
    const byEntity = new RegExp(`\\.(update|delete|upsert|save|remove|increment|softDelete)\\(\\s*${entity}\\b`);
    const changes = code.filter(({ text }) => byStatement.test(text) || byEntity.test(text)).map(({ name }) => name);
    expect(changes).toEqual([]);
  });
});
