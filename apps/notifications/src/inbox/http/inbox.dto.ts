import { ApiProperty } from '@nestjs/swagger';
import { IsInt, Max, Min } from 'class-validator';
import { PageQuery } from '@jaki/platform';

export class InboxQuery extends PageQuery {}

export class ReadUpToDto {
  /** The sequence of the newest notice that the reader saw */
  @ApiProperty({ type: 'integer' })
  @IsInt()
  @Min(1)
  @Max(2_147_483_647)
  readonly sequence!: number;
}
