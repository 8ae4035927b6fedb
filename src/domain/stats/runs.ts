/** Parts of a list in which each item goes on where the one before it ended. */
export function runsOf<Item>(items: readonly Item[], goesOn: (before: Item, item: Item) => boolean): Item[][] {
	const runs: Item[][] = [];
	let before: Item | undefined;
	for (const item of items) {
		const run = runs.at(-1);
		if (run && before !== undefined && goesOn(before, item)) run.push(item);
		else runs.push([item]);
		before = item;
	}
	return runs;
}
