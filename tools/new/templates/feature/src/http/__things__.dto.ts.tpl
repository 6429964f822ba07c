import { IsText } from '@jaki/platform';

export class Open__Thing__Dto {
  @IsText(200)
  name!: string;
}

export class Opened__Thing__View {
  id!: string;
}
