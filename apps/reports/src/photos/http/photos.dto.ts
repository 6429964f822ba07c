/** A photo that waits to be used. */
export class StoredPhotoView {
  id!: string;
  width!: number;
  height!: number;
}
