import type { FileSource } from "#contract/jobs.ts";
import type { NativeApi } from "#contract/native-api.ts";
import { createBrowserNative } from "./native/browser.ts";

declare global {
	interface Window {
		/** Put there by Electron's preload; absent in a browser. */
		inkhour?: NativeApi;
	}
}

/** Electron knows the path of a file from disk; what was pasted has none and is handed over. */
function withUploads(bridge: NativeApi): NativeApi {
	return {
		...bridge,
		async importFiles(files) {
			const sources: FileSource[] = [];
			const { uploadFile } = await import("./native/upload.ts");
			for (const file of files) sources.push((await bridge.importFiles([file]))[0] ?? (await uploadFile(file)));
			return sources;
		},
	};
}

/** The machine the window runs on. Nothing else in the window knows which host it has. */
export const native: NativeApi = window.inkhour ? withUploads(window.inkhour) : createBrowserNative();

/** Makes a dropped folder readable for the service: by its path where the host knows it, else file by file. */
export async function importFolder(folder: File, entry: FileSystemDirectoryEntry): Promise<FileSource[]> {
	const [known] = (await window.inkhour?.importFiles([folder])) ?? [];
	if (known) return [known];
	const [{ filesOfFolder }, { uploadFolder }] = await Promise.all([
		import("./native/dropped-folder.ts"),
		import("./native/upload.ts"),
	]);
	const { files, others } = await filesOfFolder(entry);
	const source = await uploadFolder(files, others);
	return source ? [source] : [];
}
