CREATE SCHEMA hr;
CREATE SCHEMA sales;
CREATE DOMAIN zip_base AS character varying(10);
CREATE DOMAIN zip AS zip_base NOT NULL CHECK (VALUE <> '');
CREATE TYPE mood AS ENUM ('sad', 'ok');

CREATE TABLE customer (
    customer_id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    email text NOT NULL UNIQUE,
    name text NOT NULL,
    zip zip,
    mood mood,
    moods mood[],
    gone text,
    balance numeric(12,2),
    doubled numeric(12,2) GENERATED ALWAYS AS (balance * 2) STORED,
    picture bytea
);
ALTER TABLE customer DROP COLUMN gone;
CREATE UNIQUE INDEX customer_zip_name ON customer (zip, name);
CREATE UNIQUE INDEX customer_partial ON customer (balance) WHERE balance > 1000000;
CREATE UNIQUE INDEX customer_expression ON customer (lower(email));
COMMENT ON TABLE customer IS 'Who buys';
COMMENT ON COLUMN customer.name IS 'what they''re called';

CREATE TABLE hr.employee (
    id serial PRIMARY KEY,
    badge text,
    boss integer REFERENCES hr.employee
);

CREATE TABLE sales.orders (
    tenant smallint NOT NULL,
    order_no bigint NOT NULL,
    placed date NOT NULL,
    customer_id integer NOT NULL REFERENCES customer,
    amount numeric(10,2),
    PRIMARY KEY (tenant, order_no, placed)
) PARTITION BY RANGE (placed);
CREATE TABLE sales.orders_2024 PARTITION OF sales.orders FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
CREATE TABLE sales.orders_2025 PARTITION OF sales.orders FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');

CREATE TABLE sales.order_line (
    line_id integer PRIMARY KEY,
    order_placed date NOT NULL,
    order_tenant smallint NOT NULL,
    order_number bigint NOT NULL,
    FOREIGN KEY (order_tenant, order_number, order_placed) REFERENCES sales.orders (tenant, order_no, placed)
);

CREATE TABLE "Mixed Case" ("The Key" integer PRIMARY KEY, "select" text);
CREATE TABLE "a""; DROP TABLE x; --" ("b'; --" integer PRIMARY KEY);
INSERT INTO "a""; DROP TABLE x; --" VALUES (1);

INSERT INTO customer (email, name, zip, mood, balance)
SELECT 'c' || i || '@example.com', 'Customer ' || i, (10000 + i)::text, 'ok', i FROM generate_series(1, 300) i;
INSERT INTO hr.employee (badge, boss) SELECT 'b' || i, CASE WHEN i > 1 THEN 1 END FROM generate_series(1, 20) i;
INSERT INTO sales.orders
SELECT 1, i, date '2024-01-01' + i, 1 + i % 300, i FROM generate_series(1, 600) i;
INSERT INTO sales.order_line
SELECT i, date '2024-01-01' + (601 - (1 + i % 600)), 1, 601 - (1 + i % 600) FROM generate_series(1, 1200) i;
ANALYZE;

CREATE ROLE limited LOGIN PASSWORD 'secret';
