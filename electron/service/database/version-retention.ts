const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** How close together automatic versions are kept, by age: everything for a day, then one an hour, a day, a week. */
const STEPS: readonly { untilAge: number; apart: number }[] = [
	{ untilAge: DAY, apart: 0 },
	{ untilAge: 7 * DAY, apart: HOUR },
	{ untilAge: 90 * DAY, apart: DAY },
	{ untilAge: Number.POSITIVE_INFINITY, apart: 7 * DAY },
];

/**
 * Automatic versions that may go. The newest and the oldest always stay, and so does everything from the future of a
 * clock that was set back.
 * @param versions newest first
 */
export function outlivedVersions<Version extends { createdAt: string }>(
	versions: readonly Version[],
	now: string,
): Version[] {
	const outlived: Version[] = [];
	let keptAt = Number.POSITIVE_INFINITY;
	for (const [at, version] of versions.entries()) {
		const time = Date.parse(version.createdAt);
		const age = Date.parse(now) - time;
		const apart = STEPS.find((step) => age < step.untilAge)?.apart ?? 0;
		const isEnd = at === 0 || at === versions.length - 1;
		if (!isEnd && keptAt - time < apart) outlived.push(version);
		else keptAt = time;
	}
	return outlived;
}
