import { IsString, MaxLength } from 'class-validator';

export class OtpChallengeDto {
  /** As people write it: `0812…` or `+62812…`. @example '+6281234567890' */
  @IsString()
  @MaxLength(32)
  readonly phone!: string;
}

export class OtpChallengeView {
  readonly challengeId!: string;
  /** When the code stops working. */
  readonly expiresAt!: string;
  /** When another code may be asked for. */
  readonly resendAfter!: string;
}
