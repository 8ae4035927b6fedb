/** Seeded randomness: the same seed gives the same projection, always. */

export interface Random {
	/** In [0, 1). */
	uniform(): number;
	/** Standard normal. */
	normal(): number;
}

/** The generator sfc32, seeded through splitmix32. */
export function seededRandom(seed: number): Random {
	let mix = seed >>> 0;
	const next = () => {
		mix = (mix + 0x9e3779b9) >>> 0;
		let t = mix ^ (mix >>> 16);
		t = Math.imul(t, 0x21f0aaad);
		t ^= t >>> 15;
		t = Math.imul(t, 0x735a2d97);
		return (t ^ (t >>> 15)) >>> 0;
	};
	let [a, b, c, d] = [next(), next(), next(), 1];
	const uniform = () => {
		const t = (((a + b) >>> 0) + d) >>> 0;
		d = (d + 1) >>> 0;
		a = b ^ (b >>> 9);
		b = (c + (c << 3)) >>> 0;
		c = ((c << 21) | (c >>> 11)) >>> 0;
		c = (c + t) >>> 0;
		return t / 4_294_967_296;
	};
	let spare: number | null = null;
	return {
		uniform,
		normal() {
			if (spare !== null) {
				const value = spare;
				spare = null;
				return value;
			}
			const radius = Math.sqrt(-2 * Math.log(1 - uniform()));
			const angle = 2 * Math.PI * uniform();
			spare = radius * Math.sin(angle);
			return radius * Math.cos(angle);
		},
	};
}
