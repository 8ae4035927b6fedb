/** Saves a story as a file where the writer chooses. Loaded with the first export. */
import { assertAnswered } from "#app/answer-failure.ts";
import { ServiceFailure } from "#app/failure.ts";
import { native } from "#app/native.ts";
import type { StudioFailure } from "#contract/errors.ts";
import {
	type AbsentSummary,
	absentHeaderSchema,
	EXPORT_ABSENT_HEADER,
	EXPORT_MISSING_HEADER,
	EXPORT_NAME_HEADER,
	type ExportFormat,
} from "#contract/export.ts";
import { EXPORT_PATH } from "#contract/rpc.ts";
import { message } from "#domain/words/message.ts";

export interface Exported {
	/** Of the file. */
	name: string;
	/** How many pictures are not in it because the library lacks them. */
	missingPictures: number;
	/** Pictures and embeds whose address nobody knows. */
	withoutAddress: AbsentSummary;
}

/**
 * @returns `null` when the writer chose no place
 * @throws {ServiceFailure}
 */
export async function exportStory(id: string, format: ExportFormat): Promise<Exported | null> {
	const failure: StudioFailure = {
		code: "UNREADABLE_FILE",
		message: message("The story could not be made into a file"),
		details: {},
	};
	const sent = await fetch(`${EXPORT_PATH}/${id}/${format}`).catch(() => {
		throw new ServiceFailure(failure);
	});
	const answer = await assertAnswered(sent, failure);
	const name = decodeURIComponent(answer.headers.get(EXPORT_NAME_HEADER) ?? "");
	const bytes = new Uint8Array(await answer.arrayBuffer());
	if (!(await native.saveFile(name, bytes, answer.headers.get("content-type") ?? ""))) return null;
	return {
		name,
		missingPictures: Number(answer.headers.get(EXPORT_MISSING_HEADER)),
		withoutAddress: absentHeaderSchema.parse(
			JSON.parse(decodeURIComponent(answer.headers.get(EXPORT_ABSENT_HEADER) ?? "")),
		),
	};
}
