import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Diagnostics } from "#contract/diagnostics.ts";
import packageJson from "../../../package.json" with { type: "json" };
import { SCHEMA_VERSION } from "../database/migrations/index.ts";
import { DATABASE_FILE } from "../lifecycle/files.ts";
import { mediaDirectory } from "../media/store.ts";
import { anyStateProcedure, createRouter } from "./trpc.ts";

export const diagnosticsRouter = createRouter({
	/** Versions, sizes and every network request of this session. */
	report: anyStateProcedure.query(async ({ ctx }): Promise<Diagnostics> => {
		const sqlite = ctx.handle
			.library()
			?.database.prepare<[], { version: string }>("SELECT sqlite_version() AS version")
			.get();
		const database = await stat(join(ctx.libraryDirectory, DATABASE_FILE)).catch(() => null);
		const pictures = mediaDirectory(ctx.libraryDirectory);
		const media = await readdir(pictures).catch(() => []);
		const sizes = await Promise.all(media.map((name) => stat(join(pictures, name)).catch(() => null)));
		return {
			version: packageJson.version,
			runtime: {
				node: process.versions.node,
				sqlite: sqlite?.version ?? "",
				electron: process.versions["electron"] ?? null,
			},
			platform: `${process.platform} ${process.arch}`,
			library: {
				directory: ctx.libraryDirectory,
				schemaVersion: SCHEMA_VERSION,
				databaseBytes: database?.size ?? 0,
				mediaFiles: media.length,
				mediaBytes: sizes.reduce((sum, file) => sum + (file?.size ?? 0), 0),
			},
			network: { requestsThisSession: ctx.network.count, requests: ctx.network.requests() },
		};
	}),
});
