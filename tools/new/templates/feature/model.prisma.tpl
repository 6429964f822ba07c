
model __thing__ {
  id         String   @id @db.Uuid
  /// A person as this service knows them.
  owner      String   @db.Uuid
  name       String
  /// Counts its events: the `ce_sequence` of the newest one.
  version    Int
  created_at DateTime @db.Timestamptz(3)

  @@index([owner, id])
}
