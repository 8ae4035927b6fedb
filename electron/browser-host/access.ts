import { randomBytes, timingSafeEqual } from "node:crypto";

const secret = () => randomBytes(32).toString("base64url");

function same(left: string, right: string): boolean {
	const a = Buffer.from(left);
	const b = Buffer.from(right);
	return a.length === b.length && timingSafeEqual(a, b);
}

/**
 * Who may use a host. A one-time code, printed as a link, is exchanged for the token of this launch; the token is the
 * first segment of every address. No cookie: a browser sends those to every port of 127.0.0.1, so any other local
 * server would get to see it.
 */
export class Access {
	readonly #token = secret();
	#code: string | null = null;

	/** A new one-time code; the one before stops working. */
	newCode(): string {
		this.#code = secret();
		return this.#code;
	}

	/** The token in exchange for the code, once. `null` for a wrong or used code. */
	redeem(code: string): string | null {
		if (this.#code === null || !same(this.#code, code)) return null;
		this.#code = null;
		return this.#token;
	}

	/** The path below the token, or `null` when the address does not begin with it. */
	pathBelowToken(pathname: string): string | null {
		const [, first = ""] = pathname.split("/", 2);
		return same(this.#token, first) ? pathname.slice(first.length + 1) : null;
	}
}
