/** Numbers as people and programs write them: 1,234 · 1.234,56 · 1 234 · $8.30 · 1.2K. */
import type { Rounding } from "../observation.ts";

export interface ReadNumber {
	value: number;
	rounding: Rounding;
}

const SPACES = /[\s\u00a0\u202f']/g;

/** Splits digits into whole and decimal part; `null` where separators contradict each other. */
function split(text: string): { whole: string; decimals: string } | null {
	const plain = text.replace(SPACES, "");
	if (!/^\d[\d.,]*$/.test(plain)) return null;
	const lastDot = plain.lastIndexOf(".");
	const lastComma = plain.lastIndexOf(",");
	if (lastDot < 0 && lastComma < 0) return { whole: plain, decimals: "" };
	const mixed = lastDot >= 0 && lastComma >= 0;
	const decimalMark = lastDot > lastComma ? "." : ",";
	const parts = plain.split(decimalMark);
	const tail = parts.at(-1) ?? "";
	// One kind of mark: repeated, or before exactly three digits after a leading group, it groups thousands.
	const grouping = !mixed && (parts.length > 2 || (tail.length === 3 && /^[1-9]\d{0,2}$/.test(parts[0] ?? "")));
	const head = grouping ? plain : parts.slice(0, -1).join(decimalMark);
	const groupMark = grouping ? decimalMark : decimalMark === "." ? "," : ".";
	const groups = head.split(groupMark);
	if (
		groups.length > 1 &&
		!(/^\d{1,3}$/.test(groups[0] ?? "") && groups.slice(1).every((group) => /^\d{3}$/.test(group)))
	)
		return null;
	const whole = groups.join("");
	if (!/^\d+$/.test(whole) || (!grouping && !/^\d*$/.test(tail))) return null;
	return { whole, decimals: grouping ? "" : tail };
}

const safe = (value: number): number | null => (Number.isSafeInteger(value) ? value : null);

/** A count: zero or more, whole. "1.2K" and "3M" are read and marked as abbreviated. `null` when it is not a count. */
export function parseCount(text: string): ReadNumber | null {
	const match = /^([\d.,\s\u00a0\u202f']+?)\s*([kKmM])?$/.exec(text.trim());
	if (!match?.[1]) return null;
	if (match[2]) {
		const short = /^(\d+)(?:[.,](\d{1,2}))?$/.exec(match[1].trim());
		if (!short) return null;
		const scale = match[2].toLowerCase() === "k" ? 1000 : 1_000_000;
		const value = safe(Math.round(Number(`${short[1]}.${short[2] ?? "0"}`) * scale));
		return value === null ? null : { value, rounding: "abbreviated" };
	}
	const parts = split(match[1]);
	if (!parts || /[1-9]/.test(parts.decimals)) return null;
	const value = safe(Number(parts.whole));
	return value === null ? null : { value, rounding: "exact" };
}

/** A whole number of the currency's minor unit; a minus before it is kept. `null` when it is none. */
export function parseMinor(text: string): number | null {
	const [, minus, digits] = /^([-\u2212]?)\s*(.*)$/.exec(text.trim()) ?? [];
	const read = parseCount(digits ?? "");
	return read?.rounding === "exact" ? (minus ? 0 - read.value : read.value) : null;
}

const CURRENCY_SIGNS: Readonly<Record<string, string>> = { $: "USD", US$: "USD", "€": "EUR", "£": "GBP", "₹": "INR" };

/** Decimal places of a currency's minor unit. */
function minorDigits(currency: string): number {
	try {
		return new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2;
	} catch {
		return 2;
	}
}

export interface ReadMoney {
	/** Minor units. */
	value: number;
	/** `null` when the text names none. */
	currency: string | null;
}

/**
 * An amount of money; `null` when it is none, or finer than the currency's minor unit. A minus before the amount or its
 * sign makes it negative, and so do brackets around it, as accountants write.
 */
export function parseMoney(text: string): ReadMoney | null {
	const plain = text.trim().replaceAll("\u2212", "-");
	const inBrackets = /^\((.*)\)$/.exec(plain)?.[1];
	if (inBrackets !== undefined) {
		const amount = parseMoney(inBrackets);
		return amount && amount.value > 0 ? { ...amount, value: 0 - amount.value } : null;
	}
	const match = /^(-?)\s*(US\$|[$€£₹]|[A-Z]{3})?\s*(-?)([\d.,\s\u00a0\u202f']+?)\s*([€£$]|[A-Z]{3})?$/.exec(plain);
	if (!match?.[4] || (match[1] && match[3])) return null;
	const sign = match[2] ?? match[5];
	const currency = sign === undefined ? null : (CURRENCY_SIGNS[sign] ?? sign);
	const digits = minorDigits(currency ?? "USD");
	const parts = split(match[4]);
	if (!parts) return null;
	const decimals = parts.decimals.replace(/0+$/, "");
	if (decimals.length > digits) return null;
	const value = safe(Number(parts.whole + decimals.padEnd(digits, "0")));
	if (value === null) return null;
	return { value: match[1] || match[3] ? 0 - value : value, currency };
}

/**
 * Medium's `{units, nanos}` in minor units: `units` and nano-units have the same sign, nanos are billionths
 * (40,000,000 is four cents). Rounded to the nearest minor unit. `null` where it overflows or is malformed.
 */
export function unitsNanosToMinor(units: number, nanos: number, currency: string): number | null {
	if (!Number.isSafeInteger(units) || !Number.isInteger(nanos) || Math.abs(nanos) >= 1_000_000_000) return null;
	const digits = minorDigits(currency);
	return safe(units * 10 ** digits + Math.round(nanos / 10 ** (9 - digits)));
}
