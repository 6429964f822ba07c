export class OnOrganisationChanged {
  @OnEvent(organisationChanged)
  handle() {}
}
