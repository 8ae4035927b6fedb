/** What `npm run build` does: it builds whatever was built before, and `npm start` knows it as a fresh build. */
import { build } from "./build.ts";

try {
	build();
} catch (error) {
	console.error(error instanceof Error ? error.message : String(error));
	process.exitCode = 1;
}
