import { ServiceFailure } from "#app/failure.ts";
import { queryClient, rpc } from "#app/rpc.ts";
import type { UndoResult } from "#contract/imports.ts";

const POLL_MS = 200;

/** Takes a finished import back. @throws what `windowError` explains */
export async function undoImport(importId: string): Promise<UndoResult> {
	const { id } = await rpc.imports.undo.mutate({ id: importId });
	for (;;) {
		const status = await rpc.jobs.status.query({ id });
		if (status.state === "done") {
			await queryClient.invalidateQueries();
			return status.result as UndoResult;
		}
		if (status.state !== "running") throw status.error ? new ServiceFailure(status.error) : new Error(status.state);
		await new Promise((resolve) => setTimeout(resolve, POLL_MS));
	}
}
