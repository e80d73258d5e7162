"""JupyterLab as a child: on this machine alone, behind its token, and gone when the command ends."""

import json
import os
import signal
import subprocess
import sys
import urllib.error
import urllib.request
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from mediakit.cli import main
from mediakit.errors import LaunchError
from mediakit.launch import lab, server, voila
from mediakit.launch.folder import Prepared
from mediakit.launch.server import Server, run
from tests.conftest import Folder

NEWS = "@jupyterlab/apputils-extension:notification"
HERE = urllib.request.build_opener(urllib.request.ProxyHandler({}))


def settings(prepared: Prepared, *, browser: bool = False) -> dict[str, dict[str, dict[str, object]]]:
    made = lab._lab(prepared, browser).settings(8123, "secret")
    return json.loads(json.dumps(made))


@pytest.fixture
def prepared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Prepared:
    monkeypatch.setenv("JUPYTER_CONFIG_DIR", str(tmp_path / "own"))
    return Prepared(tmp_path, "01 pile.ipynb", ())


def test_the_server_is_for_this_machine_and_has_a_token(prepared: Prepared) -> None:
    made = settings(prepared)["jupyter_server_config.json"]
    assert (made["ServerApp"]["ip"], made["ServerApp"]["port"], made["IdentityProvider"]["token"]) == (
        "127.0.0.1",
        8123,
        "secret",
    )


def test_the_news_is_off_and_so_is_whatever_calls_the_network(prepared: Prepared) -> None:
    made = settings(prepared)
    assert made["labconfig/default_setting_overrides.json"][NEWS] == {"fetchNews": "false", "checkForUpdates": False}
    asked = made["jupyter_server_config.json"]["LabApp"]
    assert (asked["news_url"], asked["extension_manager"]) == (None, "readonly")


def test_what_a_user_has_set_stays_above_what_is_set_here(prepared: Prepared, tmp_path: Path) -> None:
    own = tmp_path / "own" / "labconfig"
    own.mkdir(parents=True)
    (own / "default_setting_overrides.json").write_text(json.dumps({NEWS: {"fetchNews": "true"}, "x:theme": {"theme": "dark"}}))
    (own / "page_config.json").write_text('{"disabledExtensions": {"x": true}}')
    made = settings(prepared)
    assert made["labconfig/default_setting_overrides.json"] == {NEWS: {"fetchNews": "true"}, "x:theme": {"theme": "dark"}}
    assert made["labconfig/page_config.json"] == {"disabledExtensions": {"x": True}}
    assert lab._lab(prepared, True).environment["JUPYTERLAB_SETTINGS_DIR"] == str(tmp_path / "own" / "lab" / "user-settings")


def test_lab_without_jupyterlab_says_how_to_get_it(prepared: Prepared, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lab, "find_spec", lambda name: None)
    with pytest.raises(LaunchError, match=r"JupyterLab is not installed(.|\n)*pip install jupyterlab"):
        lab.open_lab(prepared, print)


def test_voila_without_voila_names_the_extra(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "page.ipynb").write_text("{}")
    monkeypatch.setattr(voila, "find_spec", lambda name: None)
    with pytest.raises(LaunchError, match=r'Voila is not installed(.|\n)*pip install "mediakit\[voila\]"'):
        voila.open_voila(tmp_path / "page.ipynb", print)


@pytest.mark.parametrize("name", ["nowhere.ipynb", "notes.txt", "."])
def test_voila_wants_a_notebook(tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "notes.txt").write_text("no notebook")
    assert main(["voila", str(tmp_path / name)]) == 2
    assert "there is no such notebook" in capsys.readouterr().err


def test_the_voila_template_names_no_other_server() -> None:
    template = voila.share() / "voila" / "templates" / voila.TEMPLATE
    assert "//" not in "".join(file.read_text(encoding="utf-8") for file in template.iterdir())


def small(module: str) -> Server:
    """A server that is a module of the user's folder."""
    given = {"PYTHONPATH": os.pathsep.join(filter(None, ["modules", os.environ.get("PYTHONPATH")]))}
    return Server(name="The server", module=module, arguments=(), settings=lambda port, token: {},
                  environment=given, page="/", alive="/")  # fmt: skip


def test_a_server_that_stops_at_once_is_told_with_its_own_words(folder: Folder) -> None:
    room = folder({"modules/broken.py": "raise SystemExit('no such kernel: ferry')"})
    with pytest.raises(LaunchError, match=r"The server did not start(.|\n)*no such kernel: ferry(.|\n)*mediakit doctor"):
        run(small("broken"), room, print)


def test_a_port_that_another_program_took_is_not_the_end(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    taken = "import sys; print('OSError: address already in use'); sys.exit(1)"
    room = folder({"modules/taken.py": taken})
    ports: list[int] = []
    monkeypatch.setattr(server, "free_port", lambda: ports.append(8000 + len(ports)) or ports[-1])
    with pytest.raises(LaunchError, match="already in use"):
        run(small("taken"), room, print)
    assert ports == [8000, 8001, 8002]


def test_a_file_of_the_users_is_not_taken_for_a_module(folder: Folder) -> None:
    room = folder(
        {"json.py": "raise SystemExit('this is the user’s own file')", "modules/ends.py": "import json; raise SystemExit('ok')"}
    )
    with pytest.raises(LaunchError, match="it said: ok"):
        run(small("ends"), room, print)


def status(address: str) -> int:
    try:
        with HERE.open(address, timeout=20) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as refused:
        refused.close()
        return refused.code


def test_a_lesson_from_the_command_to_ctrl_c(folder: Folder) -> None:
    """The user's own settings would open the server to everybody; they do not."""
    room = folder({
        "fähre 1/a.txt": "No ferry today.",
        "own/jupyter_server_config.json": '{"ServerApp": {"ip": "0.0.0.0"}, "IdentityProvider": {"token": ""}}',
        "own/jupyter_lab_config.py": "c.IdentityProvider.token = ''\nc.ServerApp.ip = '0.0.0.0'\n",
    })  # fmt: skip
    command = [sys.executable, "-m", "mediakit", "lab", "fähre 1", "--no-browser"]
    own = {**os.environ, "JUPYTER_CONFIG_DIR": str(room / "own"), "JUPYTER_CONFIG_PATH": str(room / "own")}
    with subprocess.Popen(
        command, cwd=room, env=own, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8"
    ) as started:
        assert started.stdout is not None
        address = urlsplit(started.stdout.readline().strip())
        base, [token] = f"http://{address.netloc}", parse_qs(address.query)["token"]
        assert (address.hostname, address.path) == ("127.0.0.1", "/lab/tree/00_index.ipynb")
        assert status(f"{base}/api/contents") == 403
        assert status(f"{base}/api/contents/01_what_is_in_the_pile.ipynb?token={token}") == 200
        with HERE.open(f"{base}/lab/api/settings/{NEWS}?token={token}") as answer:
            properties = json.load(answer)["schema"]["properties"]
        assert (properties["fetchNews"]["default"], properties["checkForUpdates"]["default"]) == ("false", False)
        started.send_signal(signal.SIGINT)
        _, said = started.communicate(timeout=60)
    assert started.returncode == 0
    assert said.splitlines()[-1] == f"mediakit: JupyterLab has ended; your notebooks are in {room / 'mediakit-notebooks'}"
    with pytest.raises(OSError, match="refused"):
        HERE.open(base, timeout=5)
