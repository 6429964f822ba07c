export class Reports {
  @Get()
  @Public()
  list() {}

  @Requires('citizen')
  @Put()
  file() {}

  @Patch(':id/confirm') // breaks
  confirm() {}

  @nest.Delete(':id') // breaks
  remove() {}
}
