/** What Settings → About shows of the running studio. */

export interface NetworkRequest {
	/** Why: only what the writer asked for. */
	purpose: "picture";
	host: string;
	/** ISO 8601. */
	at: string;
	/** `null` while it runs, 0 when it failed or was redirected. */
	bytes: number | null;
}

export interface Diagnostics {
	version: string;
	/** Of Node, SQLite, and Electron where there is one. */
	runtime: { node: string; sqlite: string; electron: string | null };
	platform: string;
	library: { directory: string; schemaVersion: number; databaseBytes: number; mediaFiles: number; mediaBytes: number };
	network: { requestsThisSession: number; requests: NetworkRequest[] };
}
