/** An amount in the currency of the prices; small ones keep their digits. */
export function priced(amount: number, currency: string, language: string): string {
  const digits = amount !== 0 && Math.abs(amount) < 0.1 ? 4 : 2;
  return new Intl.NumberFormat(language === "es" ? "es" : "en-GB", { style: "currency", currency, maximumFractionDigits: digits }).format(amount);
}
