/** Adverbs in -ly, and the words that only end like one. */

const NO_ADVERB: ReadonlySet<string> = new Set(
	`ally anomaly apply assembly barfly belly brotherly bully burly butterfly chilly comply costly cowardly cuddly curly daily
deadly disorderly doily dolly dragonfly early earthly elderly family fatherly firefly fly folly friendly ghastly ghostly
godly goodly gully heavenly holly holy homely hourly housefly imply italy jelly jolly july kindly-worded
leisurely likely lily lively lonely lovely lowly manly masterly measly melancholy monopoly monthly motherly multiply nightly
oily only orderly panoply poly portly prickly princely quarterly rally rely reply sally saintly scaly scholarly shapely
sickly silly sisterly sly smelly sparkly sprightly stately steely supply surly tally timely ugly ungodly unfriendly
unlikely unruly unseemly weekly wily wobbly womanly woolly worldly wrinkly yearly`.split(/\s+/),
);

/** @param word lower case */
export function isAdverb(word: string): boolean {
	return word.length > 4 && word.endsWith("ly") && !NO_ADVERB.has(word);
}
