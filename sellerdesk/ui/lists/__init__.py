"""Tables over ready rows: models, columns, views, copying and exporting."""
