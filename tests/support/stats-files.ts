/** Invented stats files in the shapes Medium serves, the same at every call. */
import { seededRandom } from "#domain/revenue/random.ts";
import { addMonths } from "#domain/stats/periods.ts";

const GUARD = "])}while(1);</x>";
const TITLES = [
	"What a lamp knows",
	"Letters from the night shift",
	"The slow map",
	"On keeping a tide table",
	"A desk by the river",
];

export interface InventedStory {
	id: string;
	title: string;
	/** `YYYY-MM`. */
	published: string;
}

/** Stories published one after another, two a month, up to and with `lastMonth`. */
export function inventedStories(count: number, lastMonth: string): InventedStory[] {
	return Array.from({ length: count }, (_, at) => ({
		id: (0xa1b2c3d40000 + at * 7919).toString(16),
		title: `${TITLES[at % TITLES.length]}${at < TITLES.length ? "" : `, part ${Math.floor(at / TITLES.length) + 1}`}`,
		published: addMonths(lastMonth, -Math.floor((count - 1 - at) / 2)),
	}));
}

/** Minor units by story and month: a fading share for each story and some luck. */
function earnings(stories: readonly InventedStory[], month: string, seed: number): number[] {
	const random = seededRandom(seed + Number(month.replace("-", "")));
	return stories.map(({ published }) => {
		const age =
			(Number(month.slice(0, 4)) - Number(published.slice(0, 4))) * 12 +
			Number(month.slice(5)) -
			Number(published.slice(5));
		return age < 0 ? 0 : Math.round((2600 / (1 + age) ** 1.1) * Math.exp(0.35 * random.normal()));
	});
}

const start = (month: string) => Date.parse(`${month}-01T00:00:00Z`);

/** The stats page: lifetime totals of every story. */
export function statsPage(stories: readonly InventedStory[]): string {
	const random = seededRandom(5);
	const value = stories.map(({ id, title, published }) => {
		const views = Math.round(400 * Math.exp(random.normal()));
		return {
			postId: id,
			slug: title.toLowerCase().replace(/\W+/g, "-"),
			title,
			views,
			reads: Math.round(views * 0.42),
			upvotes: Math.round(views * 0.03),
			claps: Math.round(views * 0.2),
			createdAt: start(published),
			firstPublishedAt: start(published) + 43_200_000,
			readingTime: 3 + (views % 7),
			visibility: 2,
			type: "PostStat",
		};
	});
	return GUARD + JSON.stringify({ success: true, payload: { value, paging: {}, references: {} }, v: 3, b: "" });
}

/** The partner dashboard on a day of `month`: completed months before it, the running one, its stories. */
export function partnerDashboard(
	stories: readonly InventedStory[],
	month: string,
	completed: number,
	day = 10,
): string {
	const total = (name: string) => earnings(stories, name, 1).reduce((sum, one) => sum + one, 0);
	const share = day / 31;
	const posts = earnings(stories, month, 1).map((amount) => Math.round(amount * share));
	return (
		GUARD +
		JSON.stringify({
			success: true,
			payload: {
				currentMonthAmount: {
					periodStartedAt: start(month),
					periodEndedAt: start(addMonths(month, 1)),
					createdAt: `${month}-${String(day).padStart(2, "0")} 08:00:00`,
					amount: posts.reduce((sum, one) => sum + one, 0),
				},
				completedMonthlyAmounts: Array.from({ length: completed }, (_, at) => {
					const name = addMonths(month, -1 - at);
					return {
						periodStartedAt: start(name),
						periodEndedAt: start(addMonths(name, 1)),
						amount: total(name),
						state: 3,
					};
				}),
				postAmounts: stories.map(({ id, title, published }, at) => ({
					periodStartedAt: start(month),
					periodEndedAt: start(addMonths(month, 1)),
					post: { id, title, firstPublishedAt: start(published), virtuals: { wordCount: 900 + at, readingTime: 3.5 } },
					amount: posts[at],
					totalAmountPaidToDate: 5 * (posts[at] ?? 0) + 40,
				})),
			},
		})
	);
}

/** A table of story months: earnings, member reads and member reading time. */
export function storyMonthsTable(stories: readonly InventedStory[], lastMonth: string, count: number): string {
	const lines = ["Month,Id,Title,Earnings,Member reads,Member ttr"];
	for (let back = count - 1; back >= 0; back -= 1) {
		const month = addMonths(lastMonth, -back);
		earnings(stories, month, 1).forEach((cents, at) => {
			const story = stories[at];
			if (!story || cents === 0) return;
			const seconds = Math.round((cents / 290) * 3600 * (0.95 + (at % 3) * 0.05));
			lines.push(
				`${month},${story.id},"${story.title}",${(cents / 100).toFixed(2)},${Math.round(seconds / 130)},${seconds}`,
			);
		});
	}
	return `${lines.join("\n")}\n`;
}
