/**
 * Whether the browser can draw a picture that has loaded. What is damaged or ends too soon loads, and passes `decode`,
 * all the same; a bitmap of it is refused.
 */
export async function isDrawable(picture: HTMLImageElement): Promise<boolean> {
	try {
		(await createImageBitmap(picture, 0, 0, 1, 1)).close();
		return true;
	} catch {
		return false;
	}
}

/** The same of an address. */
export function canDraw(address: string): Promise<boolean> {
	const picture = new Image();
	return new Promise((resolve) => {
		picture.onload = () => resolve(isDrawable(picture));
		picture.onerror = () => resolve(false);
		picture.src = address;
	});
}
