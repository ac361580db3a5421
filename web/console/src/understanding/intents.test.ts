import { describe, expect, it } from "vitest";
import { groupsOf, titlesOf } from "./intents";

const shipped = [
  { name: "order_status", title: { es: "Estado del pedido", en: "Order status" }, topic: { es: "Pedidos", en: "Orders" } },
  { name: "invoice_request", title: { es: "Factura", en: "Invoice" }, topic: { es: "Pagos", en: "Payments" } },
  { name: "small_talk", title: { es: "Saludo", en: "Small talk" }, topic: { es: "Pagos", en: "Payments" } },
];
const own = [
  { id: "1", name: "sharpen", title: "Afilar un cuchillo", description: "", topic_id: "t", examples: 5, proposed: 0 },
  { id: "2", name: "small_talk", title: "Charla", description: "", topic_id: null, examples: 5, proposed: 0 },
];
const known = { own, topics: [{ id: "t", name: "taller", title: "Taller" }], shipped };

describe("titles", () => {
  it("are the workspace's own first, then those that ship, in the reader's language", () => {
    const title = titlesOf(known, "en");
    expect([title("sharpen"), title("small_talk"), title("order_status")]).toEqual(["Afilar un cuchillo", "Charla", "Order status"]);
  });

  it("are made of the name where the intent is not known any more", () => {
    expect(titlesOf(known, "es")("old_thing")).toBe("Old thing");
  });
});

describe("choices", () => {
  it("stand by topic, the workspace's own first, and no name twice", () => {
    const groups = groupsOf(known, "es", "Vuestras");
    expect(groups.map(({ label }) => label)).toEqual(["Vuestras · Taller", "Vuestras", "Pedidos", "Pagos"]);
    expect(groups.flatMap(({ choices }) => choices.map(({ name }) => name))).toEqual(["sharpen", "small_talk", "order_status", "invoice_request"]);
  });

  it("are found without accents and capitals, by title or name", () => {
    const names = (wanted: string) => groupsOf(known, "es", "Vuestras", wanted).flatMap(({ choices }) => choices.map(({ name }) => name));
    expect(names("FÁCTURA")).toEqual(["invoice_request"]);
    expect(names("invoice")).toEqual(["invoice_request"]);
    expect(names("nada de eso")).toEqual([]);
  });
});
