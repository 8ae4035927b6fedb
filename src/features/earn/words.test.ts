import type { TFunction } from "i18next";
import { expect, test } from "vitest";
import type { ProjectionAnswer } from "#contract/earn.ts";
import { english } from "#domain/words/message.ts";
import { besideWords, heldWords, provedWords } from "./words.ts";

const t = ((text: string, values: Record<string, string | number>) => english({ text, values })) as TFunction;

const backtestOf = (...horizons: number[]): Pick<ProjectionAnswer, "backtest"> => ({
	backtest: {
		origins: 1,
		rows: horizons.map((horizon) => ({
			horizon,
			forecasts: 4,
			model: 90,
			naive: 100,
			meanOfThree: 100,
			seasonalNaive: null,
			crps: 80,
			inside50: 4,
			inside80: 1,
			inside95: 4,
		})),
	},
});

test("the back-test is told of the months ahead it tried: across a gap those are further than one", () => {
	expect(besideWords(t, backtestOf(1, 2))).toBe("1 month ahead the model missed by less than every simple rule.");
	expect(besideWords(t, backtestOf(4))).toMatch(/^4 months ahead/);
	expect(besideWords(t, { backtest: null })).toBe("");
	expect(heldWords(t, { ...backtestOf(4), firstAhead: 4 }, 1)).toContain("drawn 4 months ahead");
	expect(heldWords(t, { ...backtestOf(4), firstAhead: 1 }, 1)).toBe("");
});

test("counts of forecasts near and far are told as forecasts, not as months", () => {
	expect(provedWords(t, backtestOf(1, 2))).toContain("in 8 of 8 the month fell inside");
	expect(provedWords(t, backtestOf(1))).toBe("");
});
