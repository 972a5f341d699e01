import {
  countsOfAll,
  dividing,
  groupName,
  type MapStatement,
  type OpinionCounts,
  type OpinionGroup,
  type OpinionMapReady,
  type OpinionStatement,
  SHOWN_MAX,
  scaleOf,
  shownGroups,
  uniting,
  unsettledOf,
  type WeighedStatement,
} from '@consult/shared';
import type { StoredMap } from './stored-map.js';

const NONE: OpinionCounts = { agree: 0, disagree: 0, pass: 0 };

/** What of a map may be shown, put together with the statements that stand there now. */
export class MapView {
  readonly shown: readonly number[];
  readonly smallGroups: number;
  private readonly outside: number;
  private readonly column: ReadonlyMap<string, number>;
  private readonly weighed: readonly WeighedStatement[];
  private readonly byColumn: ReadonlyMap<number, OpinionStatement>;

  /** @param statements those that may be shown */
  constructor(
    private readonly map: StoredMap,
    statements: readonly OpinionStatement[],
  ) {
    const { shown, small } = shownGroups(map.sizes);
    this.shown = shown;
    this.smallGroups = small;
    this.outside = map.people - shown.reduce((sum, group) => sum + (map.sizes[group] ?? 0), 0);
    this.column = new Map(map.statements.map((id, i) => [id, i]));
    const standing = statements.flatMap((statement): [number, OpinionStatement][] => {
      const column = this.column.get(statement.id);
      return column === undefined ? [] : [[column, statement]];
    });
    this.byColumn = new Map(standing);
    this.weighed = standing.map(([column]) => this.weigh(column));
  }

  /** The counts of everybody on a statement, as far as they say nothing about a few. */
  countsOf(statementId: string): OpinionCounts {
    const column = this.column.get(statementId);
    return column === undefined ? NONE : this.weigh(column).all;
  }

  parts(): Pick<OpinionMapReady, 'unites' | 'divides' | 'unsettled'> {
    const united = uniting(this.weighed);
    const taken = new Set(united.map(({ key }) => key));
    const divides = dividing(this.weighed, taken);
    for (const { key } of divides) taken.add(key);
    return {
      unites: united.flatMap(({ key, side, ring, consensus }) =>
        this.statement(key, side).map((one) => ({ ...one, ring, consensus })),
      ),
      divides: divides.flatMap(({ key, side }) => this.statement(key, side)),
      unsettled: unsettledOf(this.weighed, taken).flatMap(({ key, side }) => this.statement(key, side)),
    };
  }

  groups(): OpinionGroup[] {
    const scale = this.scale();
    return this.shown.map((group) => {
      const { x, y, r } = this.map.shapes[group] ?? { x: 0, y: 0, r: 0 };
      const holds = (this.map.representative[group] ?? [])
        .flatMap(({ column, side }) => this.statement(column, side))
        .slice(0, SHOWN_MAX.holds);
      return {
        name: groupName(group),
        size: this.map.sizes[group] ?? 0,
        x: x / scale,
        y: y / scale,
        r: r / scale,
        holds,
      };
    });
  }

  /** Where one voice stands; its group only where that is shown. */
  placeOf(voterId: string): OpinionMapReady['me'] {
    const row = this.map.voters.indexOf(voterId);
    if (row < 0 || this.map.places.length === 0) return null;
    const scale = this.scale();
    const inside = (value = 0) => Math.max(-1, Math.min(1, value / scale));
    const group = this.map.members[row] ?? -1;
    return {
      group: this.shown.includes(group) ? groupName(group) : null,
      x: inside(this.map.places[2 * row]),
      y: inside(this.map.places[2 * row + 1]),
    };
  }

  private weigh(column: number): WeighedStatement {
    const groups = this.shown.map((group) => this.map.groups[group]?.[column] ?? NONE);
    return {
      key: column,
      all: countsOfAll(this.map.all[column] ?? NONE, groups, this.outside),
      groups,
      consensus: this.map.consensus[column] ?? 0,
      dissent: this.map.dissent[column] ?? 0,
      groupCount: this.map.sizes.length,
    };
  }

  private statement(column: number, side: 'agree' | 'disagree'): MapStatement[] {
    const statement = this.byColumn.get(column);
    if (statement === undefined) return [];
    const { all, groups } = this.weigh(column);
    const byGroup = groups.map((counts, i) => ({ group: groupName(this.shown[i] ?? i), ...counts }));
    return [{ ...statement, side, all, byGroup }];
  }

  private scale(): number {
    const reach = this.shown.flatMap((group) => this.map.shapes[group] ?? []);
    return scaleOf(reach.map(({ x, y, r }) => ({ x: Math.abs(x) + r, y: Math.abs(y) + r })));
  }
}
