import { readFile, realpath } from "node:fs/promises";
import { extname, join, sep } from "node:path";

const TYPES: Readonly<Record<string, string>> = {
	".html": "text/html; charset=utf-8",
	".js": "text/javascript; charset=utf-8",
	".css": "text/css; charset=utf-8",
	".json": "application/json; charset=utf-8",
	".svg": "image/svg+xml",
	".png": "image/png",
	".jpg": "image/jpeg",
	".jpeg": "image/jpeg",
	".gif": "image/gif",
	".webp": "image/webp",
	".avif": "image/avif",
	".ico": "image/x-icon",
	".woff2": "font/woff2",
	".wasm": "application/wasm",
};

export function plainAnswer(status: number, text: string): Response {
	return new Response(text, { status, headers: { "content-type": "text/plain; charset=utf-8" } });
}

/**
 * One file under `root` as a response, or `null` when there is none. The real path must lie inside the real root:
 * `..`, encoded dots, absolute names, NUL and symlinks that lead out find nothing.
 * @param path the decoded path inside the root, with forward slashes
 */
export async function serveFile(root: string, path: string, headers: Record<string, string>): Promise<Response | null> {
	if (path.includes("\0") || path.includes("\\")) return null;
	try {
		const realRoot = await realpath(root);
		const file = await realpath(join(realRoot, path));
		if (!file.startsWith(realRoot + sep)) return null;
		const type = TYPES[extname(file).toLowerCase()] ?? "application/octet-stream";
		return new Response(new Uint8Array(await readFile(file)), {
			headers: { "content-type": type, "x-content-type-options": "nosniff", ...headers },
		});
	} catch {
		return null;
	}
}
