"""Files from outside: known types only, by content; hidden data removed; served so that nothing in them can run."""

import io
import struct
import zlib
from uuid import uuid4

import httpx
import pytest
from PIL import Image

from tests.people import Customer, Workspace


def picture(kind: str = "PNG", size: tuple[int, int] = (40, 30), **options: object) -> bytes:
    output = io.BytesIO()
    Image.new("RGB", size, "teal").save(output, kind, **options)  # type: ignore[arg-type]
    return output.getvalue()


def upload(customer: Customer, content: bytes, name: str = "foto.png", declared: str = "image/png") -> httpx.Response:
    return customer.client.post("/api/v1/chat/attachments", files={"file": (name, content, declared)})


def test_an_image_goes_along_with_a_message_and_comes_back(workspace: Workspace) -> None:
    customer = workspace.customer()
    file = upload(customer, picture()).json()
    assert (file["content_type"], file["width"], file["height"]) == ("image/png", 40, 30)
    assert customer.write("mira", attachments=[file["id"]]).status_code == 201
    attachment = customer.events()[0]["data"]["attachments"][0]
    served = customer.client.get(attachment["url"])
    assert served.status_code == 200
    assert Image.open(io.BytesIO(served.content)).size == (40, 30)


def test_a_file_is_served_so_that_nothing_in_it_can_run(workspace: Workspace) -> None:
    customer = workspace.customer()
    image, document = upload(customer, picture()).json(), upload(customer, b"%PDF-1.7\n...", "a.pdf").json()
    for file, shown in ((image, "inline"), (document, "attachment")):
        headers = customer.client.get(file["url"]).headers
        assert headers["x-content-type-options"] == "nosniff"
        assert "sandbox" in headers["content-security-policy"]
        assert headers["content-disposition"].startswith(shown)


def test_the_place_where_a_photo_was_taken_is_removed(workspace: Workspace) -> None:
    exif = Image.Exif()
    exif[0x010E] = "Calle Secreta 7"
    exif.get_ifd(0x8825)[2] = (40.0, 25.0, 0.0)
    customer = workspace.customer()
    file = upload(customer, picture("JPEG", exif=exif), "foto.jpg").json()
    served = customer.client.get(file["url"]).content
    assert b"Secreta" not in served
    assert dict(Image.open(io.BytesIO(served)).getexif()) == {}


@pytest.mark.parametrize(
    ("content", "name", "declared"),
    [
        (b"<html><script>alert(1)</script>", "foto.png", "image/png"),
        (b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', "foto.svg", "image/svg+xml"),
        (b"MZ\x90\x00", "foto.png", "image/png"),
        (b"PK\x03\x04", "foto.docx", "application/zip"),
        (b"\x00" * 100, "foto.png", "image/png"),
    ],
)
def test_what_is_no_image_or_pdf_is_refused_whatever_it_is_called(
    workspace: Workspace, content: bytes, name: str, declared: str
) -> None:
    refused = upload(workspace.customer(), content, name, declared)
    assert (refused.status_code, refused.json()["code"]) == (415, "unsupported_type")


def test_an_image_of_too_many_pixels_is_refused_without_unpacking_it(workspace: Workspace) -> None:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", 50_000, 50_000, 8, 2, 0, 0, 0)
    bomb = (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(b"\x00" * 1000))
        + chunk(b"IEND", b"")
    )
    assert upload(workspace.customer(), bomb).status_code in (413, 422)


def test_a_damaged_image_is_refused(workspace: Workspace) -> None:
    assert upload(workspace.customer(), picture()[:60]).status_code in (415, 422)


def test_a_file_over_the_limit_is_refused(workspace: Workspace) -> None:
    assert upload(workspace.customer(), b"%PDF-" + b"x" * (10 * 1024 * 1024 + 100)).status_code == 413


@pytest.mark.parametrize(
    "name",
    [
        "..\\..\\etc\\passwd",
        "../../x.png",
        "a.php%00.png",
        ".\u200bhtaccess",
        "CON",
        "x" * 4000,
        "a\r\nSet-Cookie: b.png",
        "",
    ],
)
def test_the_name_of_a_file_is_only_a_label(workspace: Workspace, name: str) -> None:
    customer = workspace.customer()
    answer = upload(customer, picture(), name or "x")
    assert answer.status_code == 201
    shown = answer.json()["name"]
    assert not set(shown) & set("/\\\r\n\x00\u200b")
    assert shown.endswith(".png")
    assert len(shown) <= 110
    assert customer.client.get(answer.json()["url"]).status_code == 200


def test_a_file_can_be_sent_only_by_who_uploaded_it_and_once(workspace: Workspace) -> None:
    customer, stranger = workspace.customer(), workspace.customer()
    file = upload(customer, picture()).json()["id"]
    assert stranger.write("mío", attachments=[file]).json()["code"] == "unknown_attachment"
    assert customer.write("mío", attachments=[file]).status_code == 201
    assert customer.write("otra vez", attachments=[file]).json()["code"] == "unknown_attachment"


def test_a_link_that_was_changed_or_guessed_opens_nothing(workspace: Workspace) -> None:
    customer = workspace.customer()
    url = upload(customer, picture()).json()["url"]
    flipped = url[:-2] + ("A" if url[-2] != "A" else "B") + url[-1]
    for wrong in (flipped, f"/api/v1/files/{uuid4()}", "/api/v1/files/x"):
        assert customer.client.get(wrong).status_code == 404


def test_a_link_ends_with_the_access_of_its_reader(workspace: Workspace) -> None:
    customer, admin, agent = workspace.customer(), workspace.member("admin"), workspace.member("agent")
    file = upload(customer, picture()).json()["id"]
    customer.write("una persona, por favor", attachments=[file])
    conversation = agent.client.get("/api/v1/conversations").json()["conversations"][0]["id"]
    seen = agent.client.get(f"/api/v1/conversations/{conversation}/messages").json()["messages"]
    url = next(m for m in seen if m["attachments"])["attachments"][0]["url"]
    assert httpx.get(workspace.server.url + url).status_code == 200
    admin.client.patch(f"/api/v1/members/{agent.id}", json={"active": False}).raise_for_status()
    assert httpx.get(workspace.server.url + url).status_code == 404


def test_a_form_without_a_file_or_with_nonsense_is_refused(workspace: Workspace) -> None:
    client = workspace.customer().client
    for content, kind in (
        (b"x", "multipart/form-data"),
        (b"a;b=c", "application/x-www-form-urlencoded"),
        (b"", "text/plain"),
    ):
        refused = client.post("/api/v1/chat/attachments", content=content, headers={"Content-Type": kind})
        assert refused.status_code in (400, 415, 422)


def test_files_stay_in_the_order_they_were_sent_in(workspace: Workspace) -> None:
    customer, agent = workspace.customer(), workspace.member()
    first, second = upload(customer, b"%PDF-1.7", "a.pdf").json()["id"], upload(customer, picture()).json()["id"]
    conversation = customer.write("una persona, por favor", attachments=[second, first]).json()["conversation_id"]
    assert [a["id"] for a in customer.events()[0]["data"]["attachments"]] == [second, first]

    def by_agent(content: bytes, name: str) -> str:
        form = {"file": (name, content, "application/octet-stream")}
        return agent.client.post("/api/v1/attachments", params={"conversation_id": conversation}, files=form).json()[
            "id"
        ]

    ids = [by_agent(b"%PDF-1.7", "b.pdf"), by_agent(picture(), "c.png")][::-1]
    body = {"client_id": str(uuid4()), "text": "", "attachments": ids}
    agent.client.post(f"/api/v1/conversations/{conversation}/messages", json=body).raise_for_status()
    assert [a["id"] for a in customer.await_message("agent")["attachments"]] == ids
