import { Module } from '@nestjs/common';
import { PlatformModule } from '@jaki/platform';
import { __service__ } from './service.js';

@Module({
  imports: [PlatformModule.forService(__service__)],
})
export class AppModule {}
