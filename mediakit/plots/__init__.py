"""Figures of tables, as matplotlib Axes that show with alternative text and the table behind them."""
