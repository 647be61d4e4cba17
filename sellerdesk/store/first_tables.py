"""The tables of the first two steps of the schema: imports, offers, facts, settings; and what the window shows."""

# `import` keeps every past import with its compressed source; offers and the tables that point to it hold rows of the last one only.
FIRST = """
create table import (
  number integer primary key autoincrement,
  kind text not null,
  file text not null,
  sha256 text not null,
  encoding text not null,
  imported_at text not null,
  rows integer not null,
  refused integer not null,
  source blob not null
) strict;
create table offer (
  import integer not null references import (number) on delete cascade,
  sku text not null,
  asin text,
  title text,
  price integer,
  points integer,
  quantity integer,
  condition integer,
  condition_note text,
  channel text,
  shipping_template text,
  status text,
  line integer not null
) strict;
create table restock (
  import integer not null references import (number) on delete cascade,
  sku text not null,
  restock_date text not null
) strict;
create table sku_fact (
  sku text not null,
  fact text not null,
  value text not null,
  changed_at text not null,
  primary key (sku, fact)
) strict;
create table setting (
  name text primary key,
  value text not null,
  changed_at text not null
) strict;
"""

# `judged` is made anew by every judging of the saved catalogue; `intention` is what the owner means to change in Seller Central.
JUDGED = """
create table judged (
  place integer primary key,
  sku text not null,
  title text not null,
  asin text not null,
  price integer,
  points integer,
  needed integer,
  short integer,
  quantity integer,
  shipping_template text not null,
  points_verdict integer not null,
  points_why text not null,
  badge text not null,
  sfp_verdict integer,
  causes text not null,
  missing text not null,
  search text not null,
  sku_rank integer not null,
  title_rank integer not null
) strict;
create index judged_sku on judged (sku);
create table intention (
  sku text not null,
  fact text not null,
  value text not null,
  decided_at text not null,
  primary key (sku, fact)
) strict;
create table refusal (
  import integer not null references import (number) on delete cascade,
  line integer not null,
  column_name text not null,
  value text not null,
  expected text not null,
  fix text not null
) strict;
create index refusal_import on refusal (import);
create index offer_sku on offer (sku);
create index restock_sku on restock (sku);
create index offer_asin on offer (asin);
"""
