/** Whether a file calls itself a zip; Windows writes « .ZIP » too. */
export const isZip = (name: string): boolean => /\.zip$/i.test(name);
