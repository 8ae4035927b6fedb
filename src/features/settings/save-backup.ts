/** Saves one of the library's backups as a file where the writer chooses. */
import { assertAnswered } from "#app/answer-failure.ts";
import { ServiceFailure } from "#app/failure.ts";
import { native } from "#app/native.ts";
import type { StudioFailure } from "#contract/errors.ts";
import { BACKUP_PATH } from "#contract/rpc.ts";
import { message } from "#domain/words/message.ts";

/**
 * @returns the name the file was offered under; `null` when the writer chose no place
 * @throws {ServiceFailure}
 */
export async function saveBackup(name: string): Promise<string | null> {
	const failure: StudioFailure = {
		code: "UNREADABLE_FILE",
		message: message("The backup could not be read"),
		details: {},
	};
	const sent = await fetch(`${BACKUP_PATH}/${name}`).catch(() => {
		throw new ServiceFailure(failure);
	});
	const answer = await assertAnswered(sent, failure);
	const bytes = new Uint8Array(await answer.arrayBuffer());
	const file = `inkhour-${name}`;
	return (await native.saveFile(file, bytes, "application/vnd.sqlite3")) ? file : null;
}
