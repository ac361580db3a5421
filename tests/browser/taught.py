"""Intents of a workspace's own, taught over the API: with examples that stand in the wrong place, so that there is something to report."""

import re
import time

import httpx

from tests.demo.process import Demo

INTENTS = {
    "grabado": (
        "Grabado",
        [
            "¿grabáis nombres?",
            "quiero grabar mis iniciales",
            "cuánto cuesta el grabado",
            "grabar una fecha",
            "¿tenéis lista de bodas?",
        ],
    ),
    "lista": (
        "Lista de bodas",
        [
            "queremos una lista de bodas",
            "abrir nuestra lista de bodas",
            "la lista de bodas de mi prima",
            "cerrar la lista de bodas",
            "grabar un nombre en la lista",
        ],
    ),
    "taller": ("Talleres", ["apuntarme al taller", "qué talleres hay", "plaza en el taller de pan"]),
}


def teach(demo: Demo) -> None:
    """Once for a demo: the intents, and a version that is ready."""
    key = re.search(r"rk_\S+", demo.said)
    assert key
    with httpx.Client(base_url=f"{demo.url}/api/v1", headers={"Authorization": f"Bearer {key[0]}"}) as program:
        known = {intent["name"] for intent in program.get("/intents").raise_for_status().json()["intents"]}
        if "grabado" in known:
            return
        topic = (
            program.post("/topics", json={"name": "servicios", "title": "Servicios"}).raise_for_status().json()["id"]
        )
        for name, (title, examples) in INTENTS.items():
            intent = {
                "name": name,
                "title": title,
                "examples": examples,
                "topic_id": topic if name == "grabado" else None,
            }
            program.post("/intents", json=intent).raise_for_status()
        model = program.post("/intent-models").raise_for_status().json()["id"]
        deadline = time.monotonic() + 90
        while (found := program.get(f"/intent-models/{model}").json())["state"] == "training":
            assert time.monotonic() < deadline, found
            time.sleep(0.3)
        assert found["state"] == "ready", found
