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
                for place in range(batch.num_rows):
                    try:
                        row = batch.slice(place, 1).to_pylist()[0]
                    except (UnicodeDecodeError, ValueError, OverflowError) as error:
                        yield rows.skip(rows.number + 1, f"the row cannot be read: {error}", "write the row again")
                    else:
                        yield from rows.read(row, mapping, rows.number + 1)
    except (pa.ArrowException, OSError, UnicodeDecodeError) as error:
        yield rows.skip(rows.number + 1, f"not readable as Parquet after row {rows.number}: {error}", "write the file again")
        return
    if rows.number == 0:
        yield Problem(path, None, None, "no rows", "put one row an article in", "quarantined")
