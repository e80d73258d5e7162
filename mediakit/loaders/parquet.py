"""One article a row of a Parquet file."""

from collections.abc import Iterator
from pathlib import Path

from mediakit.loaders.columns import map_columns
from mediakit.loaders.records import Found, Problem
from mediakit.loaders.rows import RowReader


def read_parquet(file: Path, path: str, columns: dict[str, str] | None) -> Iterator[Found]:
    """Every row of the file, read a batch at a time."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    rows = RowReader(path)
    try:
        with pq.ParquetFile(file) as table:
            mapping = map_columns(table.schema_arrow.names, columns, where=path)
            for batch in table.iter_batches(batch_size=1000):
                for row in batch.to_pylist():
                    yield from rows.read(row, mapping, rows.number + 1)
    except (pa.ArrowException, OSError) as error:
        what = f"not readable as Parquet after row {rows.number}: {error}"
        yield Problem(path, rows.number + 1, None, what, "write the file again", "quarantined")
        return
    if rows.number == 0:
        yield Problem(path, None, None, "no rows", "put one row an article in", "quarantined")
