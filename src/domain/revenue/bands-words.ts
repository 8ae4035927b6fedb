/** What is said of ranges wherever several stand beside their sum. */
import { message } from "../words/message.ts";

export const NOT_ADDING_UP = message(
	"Ranges do not add up: when one month or part comes out high, another is often low.",
);
