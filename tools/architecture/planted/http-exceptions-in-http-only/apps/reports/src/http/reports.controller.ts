import { UnsupportedMediaTypeException } from '@nestjs/common';

export const allowed = UnsupportedMediaTypeException;
