/** The headline model, fetched when titles are first compared. */
import { type HeadlineModel, parseModel } from "#domain/feedback/headline/model.ts";
import address from "../../../resources/headlines/model.json?url";

let model: Promise<HeadlineModel> | null = null;

async function load(): Promise<HeadlineModel> {
	const response = await fetch(address);
	if (!response.ok) throw new Error(`The headline model is not there: ${response.status}`);
	return parseModel(await response.json());
}

/** Rejects when the file cannot be read; a later call tries again. */
export function headlineModel(): Promise<HeadlineModel> {
	model ??= load().catch((error: unknown) => {
		model = null;
		throw error;
	});
	return model;
}
