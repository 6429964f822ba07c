import { Module } from '@nestjs/common';
import { DiskPhotoFiles } from './files/disk-photo-files.js';
import { PhotoFiles } from './files/photo-files.js';
import { PhotoUploads } from './http/photo-upload.js';
import { PhotosController } from './http/photos.controller.js';
import { SeePhoto } from './queries/see-photo.js';
import { ExpirePhotos } from './use-cases/expire-photos.js';
import { StorePhoto } from './use-cases/store-photo.js';

/** Photos: cleaned, kept, shown, and thrown away when nobody used them. */
@Module({
  controllers: [PhotosController],
  providers: [StorePhoto, ExpirePhotos, SeePhoto, PhotoUploads, { provide: PhotoFiles, useClass: DiskPhotoFiles }],
})
export class PhotosModule {}
