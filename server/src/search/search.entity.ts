import type { SearchKind } from '@consult/shared';
import { Entity, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import { KeyColumn, RefColumn, TextColumn, WholeColumn, WordColumn } from '../database/columns.js';

/** What is in the index, and under which words, so that exactly these can be taken out again. */
@Entity('search_documents')
@Index(['kind', 'itemId'], { unique: true })
export class SearchDocumentEntity {
  /** Newer ones are higher. */
  @PrimaryGeneratedColumn() id: number;
  @WordColumn() kind: SearchKind;
  @RefColumn() itemId: string;
  /** See shelvesOf; 0: not in the index. */
  @WholeColumn({ default: 0 }) shelf: number;
  /** See standingOf. */
  @WholeColumn({ default: 0 }) standing: number;
  /** Keys of its rows in search_words, one a line, see search-index.ts. */
  @TextColumn() words: string;
}

/**
 * One word of one text. The primary key has all that a search needs: where to look, for what, and the order of what is
 * found, so that results are read in their order and a second word is one look-up.
 */
@Entity('search_words')
export class SearchWordEntity {
  @PrimaryColumn({ type: 'int' }) shelf: number;
  @KeyColumn(40) word: string;
  @PrimaryColumn({ type: 'int' }) standing: number;
}
