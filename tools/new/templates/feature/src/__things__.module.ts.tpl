import { Module } from '@nestjs/common';
import { __Things__Controller } from './http/__things__.controller.js';
import { List__Things__ } from './queries/list-__things__.js';
import { Open__Thing__ } from './use-cases/open-__thing__.js';

/** What people do with __things__, and what is told of it. */
@Module({
  controllers: [__Things__Controller],
  providers: [Open__Thing__, List__Things__],
})
export class __Things__Module {}
