/** Headline tests as pairs: reading `test_id,image_id,week,impressions,clicks,headline`. */
import { readFileSync } from "node:fs";
import Papa from "papaparse";
import { z } from "zod";

const whole = z.coerce.number().int().nonnegative();
const rowSchema = z.object({
	test_id: z.string().min(1),
	image_id: z.string(),
	week: z.string(),
	impressions: whole.refine((value) => value > 0, "no impressions"),
	clicks: whole,
	headline: z.string().min(1),
});

export interface ShownHeadline {
	test: string;
	image: string;
	/** ISO year and week, `YYYYWW`. */
	week: number;
	impressions: number;
	clicks: number;
	headline: string;
}

/** Two headlines of one test, by their rows. */
export interface HeadlinePair {
	a: number;
	b: number;
	test: string;
	/** Of the difference of their click rates, two-proportion; positive when `a` had the higher rate. */
	z: number;
}

/** @throws {Error} with file, row and reason */
export function readHeadlineTests(path: string): ShownHeadline[] {
	const { data, errors } = Papa.parse<unknown>(readFileSync(path, "utf8"), { header: true, skipEmptyLines: true });
	if (data.length === 0) throw new Error(`${path}: no rows`);
	// A file of one column has no commas to be told by; what it lacks is said of its first row.
	const broken = errors.find(({ type }) => type !== "Delimiter");
	if (broken) throw new Error(`${path}, row ${(broken.row ?? 0) + 2}: ${broken.message}`);
	return data.map((raw, at) => {
		const row = rowSchema.safeParse(raw);
		if (!row.success) {
			const issue = row.error.issues[0];
			throw new Error(`${path}, row ${at + 2}: ${issue?.path.join(".")}: ${issue?.message}`);
		}
		const { test_id, image_id, week, impressions, clicks, headline } = row.data;
		return { test: test_id, image: image_id, week: Number(week), impressions, clicks, headline };
	});
}

function zOf(a: ShownHeadline, b: ShownHeadline): number {
	const pooled = (a.clicks + b.clicks) / (a.impressions + b.impressions);
	const error = Math.sqrt(pooled * (1 - pooled) * (1 / a.impressions + 1 / b.impressions));
	return error > 0 ? (a.clicks / a.impressions - b.clicks / b.impressions) / error : 0;
}

/** All pairs of different headlines that one test showed with one image. */
export function pairsOf(rows: readonly ShownHeadline[]): HeadlinePair[] {
	const groups = Map.groupBy(rows.keys(), (row) => `${rows[row]?.test}\n${rows[row]?.image}`);
	const pairs: HeadlinePair[] = [];
	for (const group of groups.values())
		for (const [at, a] of group.entries())
			for (const b of group.slice(at + 1)) {
				const [first, second] = [rows[a], rows[b]];
				if (!first || !second || first.headline === second.headline) continue;
				pairs.push({ a, b, test: first.test, z: zOf(first, second) });
			}
	return pairs;
}
