import type { SearchKind } from '@consult/shared';
import { Column, Entity, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import { KeyColumn, RefColumn, TextColumn, WholeColumn, WordColumn } from '../database/columns.js';

/** What is in the index, and under which words, so that exactly these can be taken out again. */
@Entity('search_documents')
@Index(['kind', 'itemId'], { unique: true })
export class SearchDocumentEntity {
  /** Newer ones are higher. */
  @PrimaryGeneratedColumn() id: number;
  @WordColumn() kind: SearchKind;
  @RefColumn() itemId: string;
  /** See shelfOf; 0: not in the index. */
  @WholeColumn({ default: 0 }) shelf: number;
  /** See standingOf. */
  @WholeColumn({ default: 0 }) standing: number;
  /** Keys of its words, one a line, see search-keys.ts. */
  @TextColumn() words: string;
}

/** The texts that have a word, a block of standings in a row; the primary key is what a search asks for. */
@Entity('search_blocks')
export class SearchBlockEntity {
  @PrimaryColumn({ type: 'int' }) shelf: number;
  @KeyColumn(40) word: string;
  @PrimaryColumn({ type: 'int' }) block: number;
  /** See search-bits.ts. */
  @Column({ type: 'blob' }) bits: Buffer;
}

/** An item that has changed and is to be brought into the index; written in the transaction of the change. */
@Entity('search_changes')
export class SearchChangeEntity {
  @PrimaryGeneratedColumn() id: number;
  @WordColumn() kind: SearchKind;
  @RefColumn() itemId: string;
}

/** Its one row is held by whoever writes the index, so that no two write the same block. */
@Entity('search_writers')
export class SearchWriterEntity {
  @PrimaryColumn({ type: 'int' }) id: number;
}
