@Controller('v1/reports')
@Requires('citizen', 'channel')
export class Reports {
  /** All public reports. Newest first. */
  @Get()
  @Public()
  list() {}

  @Post(':id/confirm')
  confirm() {}

  /** Only mine */
  @Requires()
  @Get('mine')
  mine() {}

  notARoute() {}
}
