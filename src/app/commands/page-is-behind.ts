/** Whether something modal lies over the page: React Aria then takes the page from keyboard and screen reader. */
export function pageIsBehind(): boolean {
	return document.querySelector("#root[aria-hidden=true], #root[inert]") !== null;
}
