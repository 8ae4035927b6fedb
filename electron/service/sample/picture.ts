/** Small drawn landscapes for the sample stories: a sky, layers of hills, a light. No photograph, nobody's work. */
import { crc32, deflateSync } from "node:zlib";
import { chance } from "./random.ts";

const WIDTH = 960;
const HEIGHT = 540;
const SKY_STEPS = 160;

type Colour = readonly [red: number, green: number, blue: number];

export interface Scene {
	skyTop: Colour;
	skyFoot: Colour;
	/** Far to near. */
	hills: readonly Colour[];
	/** Sun or lamp: place as shares of width and height, radius in pixels. */
	light: { x: number; y: number; radius: number; colour: Colour };
}

export const SCENES: Readonly<Record<string, Scene>> = {
	dusk: {
		skyTop: [38, 48, 84],
		skyFoot: [232, 158, 110],
		hills: [
			[96, 82, 108],
			[62, 58, 84],
			[34, 36, 56],
		],
		light: { x: 0.68, y: 0.52, radius: 34, colour: [255, 214, 150] },
	},
	morning: {
		skyTop: [178, 206, 224],
		skyFoot: [252, 238, 214],
		hills: [
			[170, 186, 178],
			[122, 150, 138],
			[70, 104, 92],
		],
		light: { x: 0.24, y: 0.4, radius: 46, colour: [255, 250, 228] },
	},
	hills: {
		skyTop: [206, 222, 232],
		skyFoot: [240, 240, 230],
		hills: [
			[168, 190, 206],
			[122, 154, 180],
			[82, 118, 150],
			[44, 76, 104],
		],
		light: { x: 0.8, y: 0.2, radius: 22, colour: [255, 255, 248] },
	},
	garden: {
		skyTop: [66, 84, 74],
		skyFoot: [222, 196, 142],
		hills: [
			[132, 134, 92],
			[88, 104, 66],
			[50, 66, 42],
		],
		light: { x: 0.4, y: 0.56, radius: 28, colour: [255, 232, 176] },
	},
};

function chunk(type: string, data: Buffer): Buffer {
	const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
	const length = Buffer.alloc(4);
	length.writeUInt32BE(data.length);
	const check = Buffer.alloc(4);
	check.writeUInt32BE(crc32(body));
	return Buffer.concat([length, body, check]);
}

const mix = (a: Colour, b: Colour, share: number) =>
	[0, 1, 2].map((channel) => Math.round((a[channel] ?? 0) * (1 - share) + (b[channel] ?? 0) * share));

/** A PNG of 960 × 540 pixels with a palette: under 40 kB. */
export function drawScene(name: string, scene: Scene): Buffer {
	const palette = Buffer.from([
		...Array.from({ length: SKY_STEPS }, (_, step) => mix(scene.skyTop, scene.skyFoot, step / (SKY_STEPS - 1))).flat(),
		...scene.hills.flat(),
		...scene.light.colour,
	]);
	const random = chance(`picture ${name}`);
	const ridges = scene.hills.map((_, layer) => {
		const [a, b, c] = [random.next(), random.next(), random.next()];
		const base = HEIGHT * (0.56 + (0.34 * layer) / scene.hills.length);
		const line = Array.from({ length: WIDTH }, (__, x) => {
			const t = x / WIDTH;
			return base + 38 * Math.sin(6.3 * (t + a)) + 22 * Math.sin(13 * (t + b)) + 7 * Math.sin(41 * (t + c));
		});
		return { line, highest: Math.min(...line) };
	});
	const rows = Buffer.alloc((WIDTH + 1) * HEIGHT);
	const lightX = scene.light.x * WIDTH;
	const lightY = scene.light.y * HEIGHT;
	for (let y = 0; y < HEIGHT; y += 1) {
		const row = y * (WIDTH + 1) + 1;
		rows.fill(Math.min(SKY_STEPS - 1, Math.floor((y / (HEIGHT * 0.8)) * SKY_STEPS)), row, row + WIDTH);
		const reach = Math.sqrt(Math.max(0, scene.light.radius ** 2 - (y - lightY) ** 2));
		if (reach > 0)
			rows.fill(SKY_STEPS + ridges.length, row + Math.ceil(lightX - reach), row + Math.floor(lightX + reach));
		for (let layer = 0; layer < ridges.length; layer += 1) {
			const ridge = ridges[layer];
			if (!ridge || y <= ridge.highest) continue;
			for (let x = 0; x < WIDTH; x += 1) if (y > (ridge.line[x] ?? HEIGHT)) rows[row + x] = SKY_STEPS + layer;
		}
	}
	const header = Buffer.alloc(13);
	header.writeUInt32BE(WIDTH, 0);
	header.writeUInt32BE(HEIGHT, 4);
	header.set([8, 3, 0, 0, 0], 8);
	return Buffer.concat([
		Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
		chunk("IHDR", header),
		chunk("PLTE", palette),
		chunk("IDAT", deflateSync(rows)),
		chunk("IEND", Buffer.alloc(0)),
	]);
}
