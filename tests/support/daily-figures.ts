/** Invented tables of stories by the day, for tests of pages and answers of Earn. */
import { addDays, daysBetween } from "#domain/stats/periods.ts";

/** Story after story, one every ten days until there are six, each fading to a floor; days may be left out. */
export function dailyStories(from: string, until: string, without: (day: string) => boolean = () => false): string {
	const rows = Array.from({ length: 6 }, (_, story) => {
		const published = addDays(from, 10 * story);
		return Array.from({ length: Math.max(0, daysBetween(published, until)) }, (_, age) => {
			const day = addDays(published, age);
			const hours = 4 / (1 + age) + 0.3;
			const fields = [day, `1a2b3c4d5e6${story}`, `Story ${story + 1}`];
			return without(day) ? [] : [[...fields, (3 * hours).toFixed(2), Math.round(3600 * hours), published].join(",")];
		}).flat();
	});
	return ["Date,Id,Title,Earnings,Member ttr,Published", ...rows.flat()].join("\n");
}
