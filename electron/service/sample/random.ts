/** Chance that can be repeated: the same seed gives the same library. */
export interface Chance {
	/** 0 ≤ n < 1. */
	next(): number;
	/** Log-normal around 1. */
	noise(sigma: number): number;
	/** Lower-case hex digits. */
	hex(digits: number): string;
}

/** xmur3 and mulberry32: small, fast, good enough for invented figures. */
export function chance(seed: string): Chance {
	let hash = 1779033703 ^ seed.length;
	for (let at = 0; at < seed.length; at += 1) {
		hash = Math.imul(hash ^ seed.charCodeAt(at), 3432918353);
		hash = (hash << 13) | (hash >>> 19);
	}
	let state = hash >>> 0;
	const next = () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
	return {
		next,
		noise: (sigma) => {
			const normal = Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
			return Math.exp(sigma * normal - (sigma * sigma) / 2);
		},
		hex: (digits) => {
			let text = "";
			while (text.length < digits) text += Math.floor(next() * 16).toString(16);
			return text;
		},
	};
}

/** A version 4 UUID out of seeded chance. */
export function seededUuid(seed: string): string {
	const hex = chance(seed).hex(32);
	return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
