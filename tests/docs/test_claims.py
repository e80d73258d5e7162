"""Rules that the documentation states and no list or example of it shows."""

import pytest

import mediakit as mk
from mediakit.cli import main
from mediakit.errors import ColumnError

SITE = "harbour.example.org\n\nAll the news at harbour.example.org\n\nFerry halted\n\nThe ferry did not leave on Monday.\n"


def test_the_address_an_article_was_read_at_names_the_outlet_before_a_line_of_the_text_does(folder):
    manifest = "path,url\nferry.txt,https://www.courier.example/ferry\n"
    corpus = mk.read_corpus(folder({"ferry.txt": SITE, "manifest.csv": manifest}))
    assert corpus.articles[["outlet", "outlet_basis"]].values.tolist() == [["courier.example", "url"]]


@pytest.mark.parametrize("command", ["report", "tables"])
def test_a_command_takes_the_option_that_the_error_of_a_table_without_a_text_column_advises(command, folder, capsys):
    with pytest.raises(ColumnError, match="--column text=…"):
        mk.read_corpus(folder({"rows.csv": "Kop,Tekst\nFerry halted,No ferry ran.\n"}) / "rows.csv")
    with pytest.raises(SystemExit):
        main([command, "--help"])
    assert "--column " in capsys.readouterr().out
