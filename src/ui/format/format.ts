/** Dates, times, numbers and money as people read them. One locale for the whole window; everything through Intl. */
import i18next from "i18next";

let chosen: string | undefined;

/** Sets the one locale; `undefined` goes back to the machine's. */
export function setFormatLocale(locale: string | undefined): void {
	chosen = locale;
	caches.clear();
}

export function formatLocale(): string {
	return chosen ?? new Intl.NumberFormat().resolvedOptions().locale;
}

const caches = new Map<string, unknown>();

function cached<Formatter>(kind: string, options: object, make: (locale: string) => Formatter): Formatter {
	const key = `${kind}${JSON.stringify(options)}`;
	const known = caches.get(key);
	if (known !== undefined) return known as Formatter;
	const formatter = make(formatLocale());
	caches.set(key, formatter);
	return formatter;
}

const dates = (options: Intl.DateTimeFormatOptions) =>
	cached("date", options, (locale) => new Intl.DateTimeFormat(locale, options));
const numbers = (options: Intl.NumberFormatOptions) =>
	cached("number", options, (locale) => new Intl.NumberFormat(locale, options));

/** An instant: ISO 8601, milliseconds since 1970, or a Date. */
export type Instant = string | number | Date;
const at = (instant: Instant) => new Date(instant);

/**
 * A day. `short` "3 Mar", `medium` "3 Mar 2026", `long` "Tuesday, 3 March 2026", `month` "March 2026".
 * A plain ISO day such as "2026-03-03" stays that day in every time zone.
 */
export function formatDate(instant: Instant, style: "short" | "medium" | "long" | "month" = "medium"): string {
	const options: Intl.DateTimeFormatOptions = {
		short: { day: "numeric", month: "short" } as const,
		medium: { day: "numeric", month: "short", year: "numeric" } as const,
		long: { weekday: "long", day: "numeric", month: "long", year: "numeric" } as const,
		month: { month: "long", year: "numeric" } as const,
	}[style];
	const dayOnly = typeof instant === "string" && /^\d{4}-\d{2}(-\d{2})?$/.test(instant);
	return dates(dayOnly ? { ...options, timeZone: "UTC" } : options).format(at(instant));
}

/** "12:04", or with seconds "12:04:11". */
export function formatTime(instant: Instant, { seconds = false }: { seconds?: boolean } = {}): string {
	return dates({ hour: "numeric", minute: "2-digit", ...(seconds ? { second: "2-digit" } : {}) }).format(at(instant));
}

/** "3 Mar 2026, 12:04". */
export function formatDateTime(instant: Instant): string {
	return dates({ day: "numeric", month: "short", year: "numeric", hour: "numeric", minute: "2-digit" }).format(
		at(instant),
	);
}

/** "today", "yesterday", "in 3 days" within a week; else the day, with its year when it is not this one. */
export function formatRelativeDay(instant: Instant, now: Instant): string {
	const day = (value: Date) => Date.UTC(value.getFullYear(), value.getMonth(), value.getDate()) / 86_400_000;
	const days = day(at(instant)) - day(at(now));
	if (Math.abs(days) < 7)
		return cached("relative", {}, (locale) => new Intl.RelativeTimeFormat(locale, { numeric: "auto" })).format(
			days,
			"day",
		);
	return formatDate(instant, at(instant).getFullYear() === at(now).getFullYear() ? "short" : "medium");
}

/** A minus sign where Intl, in English and many other languages, writes a hyphen; other parts may have hyphens of their own. */
const withMinus = (parts: readonly { type: string; value: string }[]): string =>
	parts.map(({ type, value }) => (type === "minusSign" ? value.replace("-", "−") : value)).join("");

/** Every figure goes through here. */
function figure(format: Intl.NumberFormat, value: number): string {
	const text = format.format(value);
	return text.includes("-") ? withMinus(format.formatToParts(value)) : text;
}

/** "1,204"; "−3" with a minus sign. */
export function formatNumber(value: number, options: Intl.NumberFormatOptions = {}): string {
	return figure(numbers(options), value);
}

/** A share of one: 0.805 is "80.5%". */
export function formatPercent(share: number, fractionDigits = 0): string {
	return figure(numbers({ style: "percent", maximumFractionDigits: fractionDigits }), share);
}

/** "Monday, Tuesday, Friday". */
export function formatList(items: readonly string[]): string {
	return cached("list", {}, (locale) => new Intl.ListFormat(locale, { type: "unit" })).format(items);
}

/** "3.2 MB", powers of 1,000. */
export function formatBytes(bytes: number): string {
	const units = ["byte", "kilobyte", "megabyte", "gigabyte"] as const;
	const step = Math.min(units.length - 1, bytes < 1 ? 0 : Math.floor(Math.log10(bytes) / 3));
	const value = bytes / 1000 ** step;
	return numbers({
		style: "unit",
		unit: units[step] ?? "byte",
		unitDisplay: step === 0 ? "long" : "short",
		maximumFractionDigits: value < 10 && step > 0 ? 1 : 0,
	}).format(value);
}

/** Seconds as "45 sec", "5 min" or "1 hr 20 min"; minutes are rounded, never below one. */
export function formatDuration(seconds: number): string {
	const unit = (value: number, name: "second" | "minute" | "hour") =>
		numbers({ style: "unit", unit: name, unitDisplay: "short", maximumFractionDigits: 0 }).format(value);
	if (seconds < 60) return unit(Math.round(seconds), "second");
	const minutes = Math.round(seconds / 60);
	if (minutes < 60) return unit(minutes, "minute");
	const rest = minutes % 60;
	return rest === 0 ? unit(minutes / 60, "hour") : `${unit(Math.floor(minutes / 60), "hour")} ${unit(rest, "minute")}`;
}

/** Money in the currency's smallest unit (cents for USD, yen for JPY) with its ISO 4217 code. */
export interface Money {
	minor: number;
	currency: string;
}

/** Decimal places of a currency: 2 for USD, 0 for JPY. */
export function currencyDigits(currency: string): number {
	return numbers({ style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2;
}

interface MoneyOptions {
	/** Whole units only, for estimates. */
	whole?: boolean;
}

const moneyFormat = (currency: string, whole: boolean) =>
	numbers({
		style: "currency",
		currency,
		currencyDisplay: "narrowSymbol",
		...(whole ? { maximumFractionDigits: 0 } : {}),
	});

/** "$204.50". */
export function formatMoney({ minor, currency }: Money, { whole = false }: MoneyOptions = {}): string {
	return figure(moneyFormat(currency, whole), minor / 10 ** currencyDigits(currency));
}

/** "+$12.40" or "−$3.10": a difference. Nothing has no sign. */
export function formatSignedMoney({ minor, currency }: Money): string {
	return figure(
		numbers({ style: "currency", currency, currencyDisplay: "narrowSymbol", signDisplay: "exceptZero" }),
		minor / 10 ** currencyDigits(currency),
	);
}

/** Estimates below this many whole units keep their cents. */
const CENTS_MATTER_BELOW = 10;

export interface MoneyRange {
	lowMinor: number;
	highMinor: number;
	/** The point; shown second, after the range. */
	likelyMinor?: number | undefined;
	currency: string;
}

/** "$180–$240", with a point "$180–$240, likely $205". Whole units unless the amounts are small. */
export function formatMoneyRange({ lowMinor, highMinor, likelyMinor, currency }: MoneyRange): string {
	const unit = 10 ** currencyDigits(currency);
	const format = moneyFormat(currency, highMinor / unit >= CENTS_MATTER_BELOW);
	const low = figure(format, lowMinor / unit);
	const high = figure(format, highMinor / unit);
	// Intl leaves the second sign out: "−$2.40–1.20".
	const rangeWords = () =>
		lowMinor < 0 ? `${low} – ${high}` : format.formatRange(lowMinor / unit, highMinor / unit).replace(/\s+–\s+/, "–");
	const range = low === high ? low : rangeWords();
	if (likelyMinor === undefined) return range;
	return i18next.t("{{range}}, likely {{likely}}", { range, likely: figure(format, likelyMinor / unit) });
}

/** A language by its name, such as "German"; its code where there is no name. */
export function formatLanguage(code: string): string {
	const names = cached("language", {}, (locale) => new Intl.DisplayNames(locale, { type: "language" }));
	return names.of(code) ?? code;
}
