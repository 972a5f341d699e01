import { DefaultNamingStrategy } from 'typeorm';

/** The column of a property. */
export const snake = (name: string) => name.replace(/([a-z\d])([A-Z])/g, '$1_$2').toLowerCase();

/** Columns in snake_case, as database administrators expect them. */
export class SnakeCaseNaming extends DefaultNamingStrategy {
  override columnName(propertyName: string, customName: string | undefined, embeddedPrefixes: string[]): string {
    return [...embeddedPrefixes, customName ?? snake(propertyName)].join('_');
  }
}
