"""The intents that the shipped model knows, in their topics, named for people in both languages."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Titles:
    es: str
    en: str


@dataclass(frozen=True, slots=True)
class ShippedIntent:
    name: str
    title: Titles
    topic: str


TOPICS: dict[str, Titles] = {
    "orders": Titles("Pedidos y entregas", "Orders and delivery"),
    "returns": Titles("Devoluciones y reembolsos", "Returns and refunds"),
    "billing": Titles("Facturas y pagos", "Billing and payment"),
    "products": Titles("Productos y precios", "Products and prices"),
    "technical_help": Titles("Ayuda técnica", "Technical help"),
    "account": Titles("Cuenta y datos personales", "Account and personal data"),
    "contracts": Titles("Contratos y suscripciones", "Contracts and subscriptions"),
    "appointments": Titles("Citas y visitas", "Appointments and visits"),
    "company": Titles("La empresa y el servicio", "The company and its service"),
    "other": Titles("Otros", "Other"),
}

_ALL = (
    ("order_status", "orders", "Estado del pedido", "Order status"),
    ("order_cancel", "orders", "Cancelar un pedido", "Cancel an order"),
    ("order_change", "orders", "Cambiar un pedido", "Change an order"),
    ("delivery_problem", "orders", "Problema con la entrega", "Delivery problem"),
    ("return_request", "returns", "Devolver o cambiar un artículo", "Return or exchange an item"),
    ("refund_status", "returns", "Estado del reembolso", "Refund status"),
    ("invoice_request", "billing", "Factura o recibo", "Invoice or receipt"),
    ("billing_error", "billing", "Cobro incorrecto", "Wrong charge"),
    ("payment_problem", "billing", "Problema con el pago", "Payment problem"),
    ("price_or_promotion", "products", "Precios y promociones", "Prices and offers"),
    ("product_information", "products", "Información de un producto", "Product information"),
    ("product_recommendation", "products", "Ayuda para elegir", "Help choosing"),
    ("technical_problem", "technical_help", "Algo no funciona", "Something does not work"),
    ("warranty_or_repair", "technical_help", "Garantía o reparación", "Warranty or repair"),
    ("account_access", "account", "Entrar en la cuenta", "Getting into the account"),
    ("account_change", "account", "Cambiar datos o ajustes de la cuenta", "Change account details or settings"),
    ("privacy_request", "account", "Privacidad y datos personales", "Privacy and personal data"),
    ("subscription_cancel", "contracts", "Dar de baja un contrato", "Cancel a contract"),
    ("subscription_change", "contracts", "Cambiar, pausar o renovar un contrato", "Change, pause or renew a contract"),
    ("appointment_book", "appointments", "Pedir cita o visita", "Book an appointment or visit"),
    ("appointment_change", "appointments", "Cambiar o anular una cita", "Move or cancel an appointment"),
    ("complaint", "company", "Queja o reclamación", "Complaint"),
    ("talk_to_human", "company", "Hablar con una persona", "Talk to a person"),
    ("company_information", "company", "Horarios, direcciones y contacto", "Opening hours, addresses and contact"),
    ("small_talk", "other", "Saludos y agradecimientos", "Greetings and thanks"),
    ("out_of_scope", "other", "No es un asunto nuestro", "Nothing we deal with"),
)

SHIPPED: dict[str, ShippedIntent] = {
    name: ShippedIntent(name, Titles(spanish, english), topic) for name, topic, spanish, english in _ALL
}
