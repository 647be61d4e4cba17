"""The page 入出金: what Amazon paid and took."""
