/** `partner-program/posts-0001.html`: what each story has earned in its whole life. */
import { idOfAddress } from "./metadata.ts";
import { find, findAll, type HtmlElement, hasClass, lineOf, parseHtml } from "./tree.ts";

export interface LifetimeEarning {
	mediumId: string;
	/** Cut at 100 characters by Medium. */
	title: string;
	amountMinor: number;
	/** ISO 4217. */
	currency: string;
	/** The page wrote cents. */
	cents: boolean;
	/** Entry on its page, counted from 1. */
	row: number;
}

export interface EarningsPage {
	earnings: LifetimeEarning[];
	/** Entries that could not be read. */
	rejected: { row: number; text: string }[];
}

const CURRENCIES: Readonly<Record<string, string>> = { $: "USD", US$: "USD", "€": "EUR", "£": "GBP" };
const MONEY = /(US\$|[$€£])\s*(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{1,2}))?\s*$/;

function readEntry(entry: HtmlElement, row: number): LifetimeEarning | null {
	const link = find(entry, (element) => element.name === "a");
	const mediumId = idOfAddress(link?.attributes["href"]);
	const behind = link ? entry.children.slice(entry.children.indexOf(link) + 1) : [];
	const text = behind.map(lineOf).join(" ");
	const money = MONEY.exec(text);
	const currency = CURRENCIES[money?.[1] ?? ""];
	if (!link || mediumId === null || !money || currency === undefined) return null;
	const units = Number((money[2] ?? "").replaceAll(",", ""));
	const cents = money[3];
	const amountMinor = units * 100 + Number((cents ?? "").padEnd(2, "0"));
	if (!Number.isSafeInteger(amountMinor)) return null;
	return { mediumId, title: lineOf(link), amountMinor, currency, cents: cents !== undefined, row };
}

/** Whether a page is one of these, by the heading that Medium gives all of them. */
export function isEarningsPage(html: string): boolean {
	return /<(?:title|h3)>\s*Partner Program posts\b/.test(html);
}

/** Reads one page; an enrolled writer without earnings has an empty list. Never throws. */
export function parsePartnerProgram(html: string): EarningsPage {
	const page: EarningsPage = { earnings: [], rejected: [] };
	findAll(parseHtml(html), (element) => element.name === "li").forEach((entry, at) => {
		if (!hasClass(entry, "h-entry") && !find(entry, (element) => element.name === "a")) return;
		const earning = readEntry(entry, at + 1);
		if (earning) page.earnings.push(earning);
		else page.rejected.push({ row: at + 1, text: lineOf(entry).slice(0, 200) });
	});
	return page;
}

/** Last export seen with cents. From the next one seen (January 2025) on, Medium wrote whole dollars. */
const LAST_EXPORT_WITH_CENTS = "2021-09-23";

/**
 * Whether amounts without cents are rounded to whole units. `$470` among cents is exactly $470; `$80` on a page of
 * whole dollars may be anything from $79.50 to $80.50, and must never be taken for a loss against a finer figure.
 */
export function areRounded(earnings: readonly LifetimeEarning[], exportedOn: string | null): boolean {
	if (earnings.some((earning) => earning.cents)) return false;
	return exportedOn === null || exportedOn > LAST_EXPORT_WITH_CENTS;
}
