import { useRef, useState } from "react";
import { native } from "#app/native.ts";
import { rpc, type WindowError, windowError } from "#app/rpc.ts";
import type { FileSource } from "#contract/jobs.ts";
import type { BackupContents } from "#contract/library.ts";

type Step =
	| { at: "none" }
	/** The writer chooses, or the browser hands the file over. */
	| { at: "waiting" }
	| { at: "checking" }
	| { at: "refused"; error: WindowError }
	| { at: "found"; source: FileSource; contents: BackupContents };

/** A backup file from elsewhere: chosen, checked, looked into. What was handed over is dropped when it is not used. */
export function useBackupFile() {
	const [step, setStep] = useState<Step>({ at: "none" });
	const latest = useRef(0);
	const held = useRef<FileSource | null>(null);

	const drop = (source: FileSource | null) => {
		if (source) void rpc.library.dropBackup.mutate(source).catch(() => {});
	};
	const forget = () => {
		latest.current += 1;
		drop(held.current);
		held.current = null;
		setStep({ at: "none" });
	};
	const choose = async () => {
		const before = step;
		latest.current += 1;
		const mine = latest.current;
		const isOver = () => mine !== latest.current;
		let source: FileSource | undefined;
		try {
			setStep({ at: "waiting" });
			[source] = await native.chooseFiles("backup");
			if (isOver()) return drop(source ?? null);
			if (!source) return setStep(before);
			drop(held.current);
			held.current = source;
			setStep({ at: "checking" });
			const contents = await rpc.library.lookIntoBackup.mutate(source);
			if (!isOver()) setStep({ at: "found", source, contents });
		} catch (thrown) {
			if (!isOver()) setStep({ at: "refused", error: windowError(thrown) });
		}
	};
	return { step, choose, forget };
}
