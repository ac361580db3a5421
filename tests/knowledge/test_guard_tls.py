"""With https the certificate is that of the name, although it is connected to an address."""

import asyncio
import datetime
import ssl
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from relevo.platform.outbound.allow import Allowed
from relevo.platform.outbound.guard import Guard
from relevo.platform.outbound.transport import GuardedTransport
from tests.knowledge.sites import answer, resolver


@dataclass
class Secured:
    """A server with a certificate for shop.test. `names` are those that clients asked for."""

    port: int
    certificate: Path
    names: list[str | None]


def certified(folder: Path) -> Path:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "shop.test")])
    today = datetime.datetime.now(datetime.UTC)
    made = (
        x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
        .serial_number(1).not_valid_before(today - datetime.timedelta(days=1)).not_valid_after(today + datetime.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("shop.test")]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )  # fmt: skip
    secret = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    path = folder / "shop.pem"
    path.write_bytes(secret + made.public_bytes(serialization.Encoding.PEM))
    return path


@pytest.fixture
async def secured(tmp_path: Path) -> AsyncIterator[Secured]:
    certificate = certified(tmp_path)
    names: list[str | None] = []
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    context.sni_callback = lambda _socket, name, _context: names.append(name)

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(answer("<p>Hola"))
        await writer.drain()
        writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0, ssl=context)
    yield Secured(server.sockets[0].getsockname()[1], certificate, names)
    server.close()


def browser(secured: Secured) -> httpx.AsyncClient:
    guard = Guard(Allowed.parse("127.0.0.0/8:*"), resolver(shop_test="127.0.0.1", other_test="127.0.0.1"))
    trust = ssl.create_default_context(cafile=str(secured.certificate))
    return httpx.AsyncClient(transport=GuardedTransport(guard, trust=trust))


async def test_the_name_is_asked_for_and_checked(secured: Secured) -> None:
    async with browser(secured) as http:
        assert (await http.get(f"https://shop.test:{secured.port}/")).text == "<p>Hola"
    assert secured.names == ["shop.test"]


async def test_a_certificate_of_another_name_is_none(secured: Secured) -> None:
    async with browser(secured) as http:
        with pytest.raises(httpx.ConnectError):
            await http.get(f"https://other.test:{secured.port}/")
