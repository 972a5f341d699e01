import { Global, Module } from '@nestjs/common';
import { FieldCipher } from './field-cipher.js';
import { LookupHash } from './lookup-hash.js';

@Global()
@Module({ providers: [FieldCipher, LookupHash], exports: [FieldCipher, LookupHash] })
export class CryptoModule {}
