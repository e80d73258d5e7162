"""The doctor says what works and how to mend what does not, and never falls over it."""

import json
import os
import subprocess
import sys
import webbrowser
from pathlib import Path

import pytest

from mediakit.cli import main
from mediakit.launch import doctor
from mediakit.launch.doctor import Finding


def test_a_line_each_and_nothing_to_mend_where_everything_works(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(webbrowser, "get", lambda: webbrowser.GenericBrowser("firefox"))
    assert main(["doctor"]) == 0
    told = capsys.readouterr()
    lines = told.out.splitlines()
    assert [line[:6] for line in lines] == ["ok    "] * 11 + ["everyt"]
    assert (lines[4], lines[-1]) == ("ok    a notebook runs: 6 × 7 = 42", "everything works")
    assert told.err == "mediakit: trying out what a lesson needs; that takes half a minute …\n"
    assert list(tmp_path.iterdir()) == []


def test_what_does_not_work_is_said_with_how_to_mend_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    found = [Finding("Python 3.13"), Finding("no browser was found", "set BROWSER")]
    monkeypatch.setattr(doctor, "examine", lambda: iter(found))
    assert main(["doctor"]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "ok    Python 3.13", "mend  no browser was found", "      to mend: set BROWSER", "1 to mend",
    ]  # fmt: skip


def test_no_browser_is_no_disaster(monkeypatch: pytest.MonkeyPatch) -> None:
    def none() -> None:
        raise webbrowser.Error("could not locate runnable browser")

    monkeypatch.setattr(webbrowser, "get", none)
    assert doctor._browser().what == "no browser was found to open pages in"


def test_a_folder_that_cannot_be_written_is_named_with_what_to_do(tmp_path: Path) -> None:
    finding = doctor._writable(tmp_path / "gone")
    assert str(tmp_path / "gone") in finding.what
    assert finding.mend.startswith("cd into a folder of your own")


def test_a_python_that_cannot_run_mediakit_is_a_finding(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", str(tmp_path / "python"))
    [finding] = doctor._probed(doctor._probe())
    assert (finding.what.startswith("mediakit could not be tried out"), "pip install" in finding.mend) == (True, True)


def test_a_plugin_that_does_not_work_is_named_with_the_packages(tmp_path: Path) -> None:
    about = tmp_path / "half_done-1.2.dist-info"
    about.mkdir()
    (about / "METADATA").write_text("Metadata-Version: 2.4\nName: half-done\nVersion: 1.2\n", encoding="utf-8")
    (about / "entry_points.txt").write_text("[mediakit.measures]\ncommas = half_done:COMMAS\n", encoding="utf-8")
    (tmp_path / "half_done.py").write_text("COMMAS = 3", encoding="utf-8")
    code = "from mediakit.launch import probe\nprobe.missing_packages, probe.scores = list, dict\nprobe.main()"
    environment = {**os.environ, "PYTHONPATH": str(tmp_path)}
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True, env=environment)
    packages, *_ = doctor._probed(json.loads(ran.stdout.splitlines()[-1]))
    assert packages.what.startswith("packages: the measure 'commas' of half-done/1.2: half_done:COMMAS is int, neither a Measure")
    assert (packages.mend, ran.stderr) == ("ask the makers of half-done/1.2, or uninstall it", "")


@pytest.mark.parametrize(
    ("asks", "tried"),
    [
        pytest.param("socket.getaddrinfo('news.example.org', 80)", ["news.example.org"], id="a name"),
        pytest.param("socket.create_connection(('192.0.2.1', 80))", ["192.0.2.1"], id="an address"),
        pytest.param("socket.socket(type=socket.SOCK_DGRAM).sendto(b'', ('192.0.2.1', 53))", ["192.0.2.1"], id="a datagram"),
        pytest.param("socket.getaddrinfo('127.0.0.1', 80)", [], id="this machine"),
    ],
)
def test_whatever_wants_the_network_is_caught(asks: str, tried: list[str]) -> None:
    code = (
        "import json, socket\nfrom mediakit.launch import probe\nprobe.missing_packages = list\n"
        f"probe.scores = lambda: {{'x': str({asks})}}\nprobe.main()"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True)
    assert f'"tried": {str(tried).replace(chr(39), chr(34))}' in ran.stdout.splitlines()[-1]
