export const list = (db: Kysely) => db.selectFrom('report').selectAll().execute();
