export class Reports {
  list(db: Kysely) {
    return db.selectFrom('report').selectAll().execute(); // breaks
  }

  count(db: Kysely) {
    return sql`select count(*) from report`.execute(db); // breaks
  }
}
