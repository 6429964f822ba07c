/**
 * Does the work for every item, a few at a time, and keeps the order of the results.
 *
 * @param lanes how many at a time
 * @throws what the work first throws; the items not begun by then are left out
 */
export async function inParallel<Item, Result>(
  items: readonly Item[],
  lanes: number,
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  // All lanes draw from one generator: a lane that throws closes it, which ends the others after their current item.
  const queue = numbered(items);
  const lane = async () => {
    for (const [index, item] of queue) results[index] = await work(item);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return results;
}

function* numbered<Item>(items: readonly Item[]): Generator<[number, Item]> {
  yield* items.entries();
}
