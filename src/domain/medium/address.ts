import { safeHref } from "../story/links.ts";

const LONGEST = 4096;
const HOST_ONLY = /^(?:www\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:[/?#]|$)/i;

/** Addresses as nearly all are: valid by their looks, without the work of reading them as one. */
const PLAIN = /^https?:\/\/(?:[a-z][a-z0-9]*(?:-[a-z0-9]+)*\.)+[a-z]{2,}(?:[/?#][!-~]*)?$/;

/**
 * An address found in an export as it may be stored, or `null` when it may never be opened.
 * Medium's own relative addresses and addresses without a scheme are completed.
 */
export function storedAddress(raw: string | undefined): string | null {
	const text = raw?.trim() ?? "";
	if (text === "" || text.length > LONGEST) return null;
	if (PLAIN.test(text)) return text;
	if (text.startsWith("/") && !text.startsWith("//")) return `https://medium.com${text}`;
	if (safeHref(text) !== null) return text.startsWith("//") ? `https:${text}` : text;
	if (HOST_ONLY.test(text) && safeHref(`https://${text}`) !== null) return `https://${text}`;
	return null;
}

/** Like {@link storedAddress}, for pictures and frames: only http and https. */
export function storedWebAddress(raw: string | undefined): string | null {
	const address = storedAddress(raw);
	return address !== null && /^https?:/i.test(address) ? address : null;
}
