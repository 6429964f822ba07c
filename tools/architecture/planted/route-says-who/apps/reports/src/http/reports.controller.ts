export class Reports {
  @Get()
  @Public()
  list() {}

  @Requires('citizen')
  @Post()
  file() {}

  @Post(':id/confirm') // breaks
  confirm() {}

  @nest.Delete(':id') // breaks
  remove() {}
}
