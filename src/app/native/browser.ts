/** NativeApi of a studio that runs in a browser tab: file inputs, uploads, downloads. */
import type { FileSource } from "#contract/jobs.ts";
import type { FileKind, NativeApi } from "#contract/native-api.ts";
import { isOpenableLink } from "#contract/native-api.ts";

const ACCEPT: Readonly<Record<FileKind, string>> = {
	archive: ".zip",
	archiveFolder: "",
	stats: ".json,.csv,.tsv,.txt,.zip",
	// A backup may be called anything.
	backup: "",
	image: "image/png,image/jpeg,image/gif,image/webp,image/avif",
};

function pickFiles(kind: FileKind, multiple: boolean): Promise<File[]> {
	const input = document.createElement("input");
	input.type = "file";
	input.hidden = true;
	input.accept = ACCEPT[kind];
	input.multiple = multiple;
	input.webkitdirectory = kind === "archiveFolder";
	document.body.append(input);
	return new Promise<File[]>((resolve) => {
		input.addEventListener("change", () => resolve([...(input.files ?? [])]), { once: true });
		input.addEventListener("cancel", () => resolve([]), { once: true });
		input.click();
	}).finally(() => input.remove());
}

function detectPlatform(): NativeApi["platform"] {
	const agent = navigator.userAgent;
	if (/Mac|iPhone|iPad/.test(agent)) return "mac";
	return agent.includes("Windows") ? "windows" : "linux";
}

/** Copies through a `copy` event, for browsers that keep the asynchronous clipboard from the page. */
function copyByEvent(content: { html: string; text: string }): void {
	const put = (event: ClipboardEvent) => {
		event.preventDefault();
		if (content.html) event.clipboardData?.setData("text/html", content.html);
		event.clipboardData?.setData("text/plain", content.text);
	};
	document.addEventListener("copy", put, { once: true });
	const copied = document.execCommand("copy");
	document.removeEventListener("copy", put);
	if (!copied) throw new Error("The browser did not let the studio copy");
}

export function createBrowserNative(): NativeApi {
	let unsaved = false;
	window.addEventListener("beforeunload", (event) => {
		if (unsaved) event.preventDefault();
	});
	return {
		platform: detectPlatform(),
		async chooseFiles(kind, options) {
			const files = await pickFiles(kind, options?.multiple ?? false);
			if (kind === "archiveFolder") {
				const { uploadFolder } = await import("./upload.ts");
				const folder = await uploadFolder(files.map((file) => ({ file, path: file.webkitRelativePath })));
				return folder ? [folder] : [];
			}
			return uploadAll(files);
		},
		importFiles: uploadAll,
		async saveFile(suggestedName, bytes, mimeType) {
			const url = URL.createObjectURL(new Blob([bytes], { type: mimeType }));
			const link = document.createElement("a");
			link.href = url;
			link.download = suggestedName;
			link.click();
			// The download reads the blob after the click returns.
			setTimeout(() => URL.revokeObjectURL(url), 60_000);
			return true;
		},
		async openExternal(url) {
			if (!isOpenableLink(url)) return false;
			window.open(url, "_blank", "noopener,noreferrer");
			return true;
		},
		async writeClipboard(content) {
			try {
				await navigator.clipboard.write([
					new ClipboardItem({
						// An empty HTML side would win over the text where rich text is pasted.
						...(content.html ? { "text/html": new Blob([content.html], { type: "text/html" }) } : {}),
						"text/plain": new Blob([content.text], { type: "text/plain" }),
					}),
				]);
			} catch {
				copyByEvent(content);
			}
		},
		setUnsaved(value) {
			unsaved = value;
		},
		onFlushRequest(flush) {
			const hidden = () => {
				if (document.visibilityState === "hidden") void flush();
			};
			document.addEventListener("visibilitychange", hidden);
			window.addEventListener("pagehide", hidden);
			return () => {
				document.removeEventListener("visibilitychange", hidden);
				window.removeEventListener("pagehide", hidden);
			};
		},
		setMenuCommands: () => {},
		// A browser keeps its own menu; commands come from the page alone.
		onCommand: () => () => {},
	};
}

async function uploadAll(files: readonly File[]): Promise<FileSource[]> {
	const { uploadFile } = await import("./upload.ts");
	const sources: FileSource[] = [];
	for (const file of files) sources.push(await uploadFile(file));
	return sources;
}
