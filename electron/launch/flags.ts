import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { defaultLibraryDirectory } from "#service/default-library.ts";

export const HELP = `Inkhour: a writing studio on your own machine.

  npm start -- [flags]

  --browser        use the browser even when Electron is there
  --no-open        do not open a browser, only print the link
  --library DIR    folder of the library, made when it does not exist
                   (default: ${defaultLibraryDirectory()})
  --port N         port of the browser host, 0 to 65535 (default: the same one each time, else any free one)
  --sample         fill an empty library with invented samples
  --help           this text
`;

export interface StartFlags {
	help: boolean;
	browser: boolean;
	open: boolean;
	sample: boolean;
	/** Absolute. */
	library: string;
	/** `null` for the usual one. */
	port: number | null;
}

function parse(argv: readonly string[]) {
	try {
		return parseArgs({
			args: [...argv],
			strict: true,
			allowPositionals: false,
			options: {
				help: { type: "boolean", short: "h" },
				browser: { type: "boolean" },
				"no-open": { type: "boolean" },
				sample: { type: "boolean" },
				library: { type: "string" },
				port: { type: "string" },
			},
		}).values;
	} catch (error) {
		const [line] = (error instanceof Error ? error.message : String(error)).split("\n");
		throw new Error(line, { cause: error });
	}
}

/** @throws {Error} with one line for the writer */
export function parseStartFlags(argv: readonly string[]): StartFlags {
	const values = parse(argv);
	const { port } = values;
	if (port !== undefined && (!/^\d{1,5}$/.test(port) || Number(port) > 65_535))
		throw new Error(`--port takes a number from 0 to 65535, not "${port}"`);
	if (values.library === "") throw new Error("--library takes a folder");
	return {
		help: values.help ?? false,
		browser: values.browser ?? false,
		open: !values["no-open"],
		sample: values.sample ?? false,
		library: values.library === undefined ? defaultLibraryDirectory() : resolve(values.library),
		port: port === undefined ? null : Number(port),
	};
}
