/** For a part that stands already where the page was rendered: where its script does not come, it stays as it is. */
export const never = () => new Promise<never>(() => {});
