import { Controller, Get, Header, Param, Post, Req, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiCreatedResponse, ApiOkResponse } from '@nestjs/swagger';
import { type FastifyRequest } from 'fastify';
import { By, Caller, Limited, type Principal, Public, Requires, TakesForm, UuidPipe } from '@jaki/platform';
import type { PhotoId } from '../../report/domain/ids.js';
import { Gate } from '../files/gate.js';
import { PHOTO_LIMITS } from '../files/photo-limits.js';
import { SeePhoto } from '../queries/see-photo.js';
import { uploading } from '../quotas.js';
import { StorePhoto } from '../use-cases/store-photo.js';
import { readPhoto } from './photo-upload.js';
import { StoredPhotoView } from './photos.dto.js';

// Before the body is read: what is taken in lies in memory until it is stored.
const uploads = new Gate(PHOTO_LIMITS.uploads);
const FORM = {
  required: true,
  schema: { type: 'object', required: ['photo'], properties: { photo: { type: 'string', format: 'binary' } } },
};

@Controller('v1/photos')
export class PhotosController {
  constructor(
    private readonly storePhoto: StorePhoto,
    private readonly seePhoto: SeePhoto,
  ) {}

  /** Upload a photo, to name it in a report or as proof within 24 hours */
  @Post()
  @Requires('citizen', 'channel', 'officer')
  @Limited(uploading)
  @TakesForm()
  @ApiBody(FORM)
  @ApiCreatedResponse({ type: StoredPhotoView })
  async upload(@Req() request: FastifyRequest, @By() by: By): Promise<StoredPhotoView> {
    return uploads.pass(async () => this.storePhoto.execute(await readPhoto(request), by));
  }

  /** The picture, for whoever may see its report */
  @Get(':id')
  @Public({ optionalCaller: true })
  @Header('cache-control', 'private, max-age=3600')
  @Header('x-content-type-options', 'nosniff')
  @ApiOkResponse({ content: { 'image/jpeg': { schema: { type: 'string', format: 'binary' } } } })
  async see(@Param('id', UuidPipe) id: PhotoId, @Caller() viewer: Principal | undefined): Promise<StreamableFile> {
    const picture = await this.seePhoto.execute(id, viewer);
    return new StreamableFile(picture, { type: 'image/jpeg', length: picture.length });
  }
}
