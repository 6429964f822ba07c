import { type ArgumentMetadata, Injectable, type PipeTransform } from '@nestjs/common';
import { isUuid } from '@jaki/kernel';
import { validationFailed } from '../problems/refusal.js';

/** For `@Param('id', UuidPipe)`: an address part that must be a UUID, handed on in lower case. */
@Injectable()
export class UuidPipe implements PipeTransform<string, string> {
  transform(value: string, { data = 'id' }: ArgumentMetadata): string {
    const id = value.toLowerCase();
    if (isUuid(id)) return id;
    throw validationFailed([{ in: 'path', pointer: `/${data}`, code: 'is_uuid', detail: `${data} must be a UUID.` }]);
  }
}
