// __service__'s own tables (schema public).
generator kysely {
  provider             = "prisma-kysely"
  output               = "../src/generated"
  fileName             = "db.ts"
  importExtension      = ".js"
  bigIntTypeOverride   = "bigint"
  camelCase            = false
}

datasource db {
  provider = "postgresql"
}
