import { buildWhatIsStale } from "./build.ts";
import { runElectron } from "./electron.ts";
import { HELP, parseStartFlags, type StartFlags } from "./flags.ts";
import { endWithNpm } from "./parent.ts";
import { serveToBrowser } from "./serve.ts";

const say = (line: string) => console.log(line);
const complain = (error: unknown) => console.error(error instanceof Error ? error.message : String(error));

/** What `npm start` does. @returns the exit status */
export async function launch(argv: readonly string[]): Promise<number> {
	let flags: StartFlags;
	try {
		flags = parseStartFlags(argv);
	} catch (error) {
		complain(error);
		console.error('"npm start -- --help" lists the flags.');
		return 2;
	}
	if (flags.help) {
		say(HELP);
		return 0;
	}
	endWithNpm();
	try {
		buildWhatIsStale(say);
		const status = flags.browser ? null : await runElectron(flags, say);
		if (status !== null) return status;
		await serveToBrowser(flags, say);
		return 0;
	} catch (error) {
		complain(error);
		return 1;
	}
}
