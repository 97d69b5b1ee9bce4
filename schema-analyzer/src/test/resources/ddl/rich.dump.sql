--
-- PostgreSQL database dump
--

\restrict kept

-- Dumped from database version 15.19
-- Dumped by pg_dump version 15.18 (Debian 15.18-0+deb12u1)

SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

--
-- Name: Sales Data; Type: SCHEMA; Schema: -; Owner: postgres
--

CREATE SCHEMA "Sales Data";


ALTER SCHEMA "Sales Data" OWNER TO postgres;

--
-- Name: hr; Type: SCHEMA; Schema: -; Owner: postgres
--

CREATE SCHEMA hr;


ALTER SCHEMA hr OWNER TO postgres;

--
-- Name: Order State; Type: TYPE; Schema: Sales Data; Owner: postgres
--

CREATE TYPE "Sales Data"."Order State" AS ENUM (
    'open',
    'closed'
);


ALTER TYPE "Sales Data"."Order State" OWNER TO postgres;

--
-- Name: Grade; Type: DOMAIN; Schema: hr; Owner: postgres
--

CREATE DOMAIN hr."Grade" AS numeric(4,1) DEFAULT 1.0;


ALTER DOMAIN hr."Grade" OWNER TO postgres;

--
-- Name: mood; Type: TYPE; Schema: public; Owner: postgres
--

CREATE TYPE public.mood AS ENUM (
    'sad',
    'it''s ok',
    'a;b'
);


ALTER TYPE public.mood OWNER TO postgres;

--
-- Name: point3; Type: TYPE; Schema: public; Owner: postgres
--

CREATE TYPE public.point3 AS (
	x double precision,
	y double precision,
	z double precision
);


ALTER TYPE public.point3 OWNER TO postgres;

--
-- Name: zip_base; Type: DOMAIN; Schema: public; Owner: postgres
--

CREATE DOMAIN public.zip_base AS character varying(10);


ALTER DOMAIN public.zip_base OWNER TO postgres;

--
-- Name: zip; Type: DOMAIN; Schema: public; Owner: postgres
--

CREATE DOMAIN public.zip AS public.zip_base NOT NULL
	CONSTRAINT zip_check CHECK (((VALUE)::text <> ''::text));


ALTER DOMAIN public.zip OWNER TO postgres;

--
-- Name: stamp(); Type: FUNCTION; Schema: hr; Owner: postgres
--

CREATE FUNCTION hr.stamp() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN RETURN NEW; END; $$;


ALTER FUNCTION hr.stamp() OWNER TO postgres;

--
-- Name: twice(numeric); Type: FUNCTION; Schema: public; Owner: postgres
--

CREATE FUNCTION public.twice(n numeric) RETURNS numeric
    LANGUAGE sql IMMUTABLE
    AS $$
    -- CREATE TABLE public.never (id integer);
    SELECT n * 2;
$$;


ALTER FUNCTION public.twice(n numeric) OWNER TO postgres;

SET default_tablespace = '';

--
-- Name: Order; Type: TABLE; Schema: Sales Data; Owner: postgres
--

CREATE TABLE "Sales Data"."Order" (
    tenant smallint NOT NULL,
    "Order No" bigint NOT NULL,
    placed date NOT NULL,
    customer_id integer NOT NULL,
    seller integer,
    state "Sales Data"."Order State" DEFAULT 'open'::"Sales Data"."Order State" NOT NULL,
    amount numeric(10,2)
)
PARTITION BY RANGE (placed);


ALTER TABLE "Sales Data"."Order" OWNER TO postgres;

--
-- Name: TABLE "Order"; Type: COMMENT; Schema: Sales Data; Owner: postgres
--

COMMENT ON TABLE "Sales Data"."Order" IS 'One logical table';


SET default_table_access_method = heap;

--
-- Name: order_2024; Type: TABLE; Schema: Sales Data; Owner: postgres
--

CREATE TABLE "Sales Data".order_2024 (
    tenant smallint NOT NULL,
    "Order No" bigint NOT NULL,
    placed date NOT NULL,
    customer_id integer NOT NULL,
    seller integer,
    state "Sales Data"."Order State" DEFAULT 'open'::"Sales Data"."Order State" NOT NULL,
    amount numeric(10,2)
);


ALTER TABLE "Sales Data".order_2024 OWNER TO postgres;

--
-- Name: order_2025; Type: TABLE; Schema: Sales Data; Owner: postgres
--

CREATE TABLE "Sales Data".order_2025 (
    tenant smallint NOT NULL,
    "Order No" bigint NOT NULL,
    placed date NOT NULL,
    customer_id integer NOT NULL,
    seller integer,
    state "Sales Data"."Order State" DEFAULT 'open'::"Sales Data"."Order State" NOT NULL,
    amount numeric(10,2)
)
PARTITION BY LIST (tenant);


ALTER TABLE "Sales Data".order_2025 OWNER TO postgres;

--
-- Name: order_2025_1; Type: TABLE; Schema: Sales Data; Owner: postgres
--

CREATE TABLE "Sales Data".order_2025_1 (
    tenant smallint NOT NULL,
    "Order No" bigint NOT NULL,
    placed date NOT NULL,
    customer_id integer NOT NULL,
    seller integer,
    state "Sales Data"."Order State" DEFAULT 'open'::"Sales Data"."Order State" NOT NULL,
    amount numeric(10,2)
);


ALTER TABLE "Sales Data".order_2025_1 OWNER TO postgres;

--
-- Name: order_line; Type: TABLE; Schema: Sales Data; Owner: postgres
--

CREATE TABLE "Sales Data".order_line (
    line_id bigint NOT NULL,
    order_placed date NOT NULL,
    order_tenant smallint NOT NULL,
    order_number bigint NOT NULL,
    quantity smallint DEFAULT 1,
    price double precision,
    weight real
);


ALTER TABLE "Sales Data".order_line OWNER TO postgres;

--
-- Name: order_line_line_id_seq; Type: SEQUENCE; Schema: Sales Data; Owner: postgres
--

ALTER TABLE "Sales Data".order_line ALTER COLUMN line_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME "Sales Data".order_line_line_id_seq
    START WITH 100
    INCREMENT BY 2
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: order_rest; Type: TABLE; Schema: Sales Data; Owner: postgres
--

CREATE TABLE "Sales Data".order_rest (
    tenant smallint NOT NULL,
    "Order No" bigint NOT NULL,
    placed date NOT NULL,
    customer_id integer NOT NULL,
    seller integer,
    state "Sales Data"."Order State" DEFAULT 'open'::"Sales Data"."Order State" NOT NULL,
    amount numeric(10,2)
);


ALTER TABLE "Sales Data".order_rest OWNER TO postgres;

--
-- Name: badge_numbers; Type: SEQUENCE; Schema: hr; Owner: postgres
--

CREATE SEQUENCE hr.badge_numbers
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


ALTER TABLE hr.badge_numbers OWNER TO postgres;

--
-- Name: employee; Type: TABLE; Schema: hr; Owner: postgres
--

CREATE TABLE hr.employee (
    id integer NOT NULL,
    badge bigint DEFAULT nextval('hr.badge_numbers'::regclass) NOT NULL,
    boss integer,
    "Deputy" integer
);


ALTER TABLE hr.employee OWNER TO postgres;

--
-- Name: COLUMN employee."Deputy"; Type: COMMENT; Schema: hr; Owner: postgres
--

COMMENT ON COLUMN hr.employee."Deputy" IS 'Stands in';


--
-- Name: employee_id_seq; Type: SEQUENCE; Schema: hr; Owner: postgres
--

CREATE SEQUENCE hr.employee_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


ALTER TABLE hr.employee_id_seq OWNER TO postgres;

--
-- Name: employee_id_seq; Type: SEQUENCE OWNED BY; Schema: hr; Owner: postgres
--

ALTER SEQUENCE hr.employee_id_seq OWNED BY hr.employee.id;


--
-- Name: a"; DROP TABLE x; --; Type: TABLE; Schema: public; Owner: postgres
--

CREATE UNLOGGED TABLE public."a""; DROP TABLE x; --" (
    "b'; --" integer NOT NULL,
    "select" text,
    "Ünïcode 名" text
);


ALTER TABLE public."a""; DROP TABLE x; --" OWNER TO postgres;

--
-- Name: TABLE "a""; DROP TABLE x; --"; Type: COMMENT; Schema: public; Owner: postgres
--

COMMENT ON TABLE public."a""; DROP TABLE x; --" IS 'unusual /* but allowed';


--
-- Name: animal; Type: TABLE; Schema: public; Owner: postgres
--

CREATE TABLE public.animal (
    id integer NOT NULL,
    name text NOT NULL
);


ALTER TABLE public.animal OWNER TO postgres;

--
-- Name: bird; Type: TABLE; Schema: public; Owner: postgres
--

CREATE TABLE public.bird (
    wings smallint
)
INHERITS (public.animal);


ALTER TABLE public.bird OWNER TO postgres;

--
-- Name: customer; Type: TABLE; Schema: public; Owner: postgres
--

CREATE TABLE public.customer (
    customer_id integer NOT NULL,
    email text NOT NULL,
    name character varying(80) DEFAULT 'n/a; none'::character varying NOT NULL,
    zip public.zip,
    grade hr."Grade",
    mood public.mood DEFAULT 'sad'::public.mood,
    moods public.mood[],
    states "Sales Data"."Order State"[],
    zips public.zip[],
    tags text[] DEFAULT '{}'::text[] NOT NULL,
    codes character varying(5)[],
    matrix integer[],
    place public.point3,
    balance numeric(12,2),
    doubled numeric GENERATED ALWAYS AS (public.twice(balance)) STORED,
    created timestamp(3) with time zone DEFAULT now() NOT NULL,
    opens time without time zone,
    shuts time(0) with time zone,
    lasts interval day to second(3),
    flags bit varying(8),
    flag bit(3),
    one character(1),
    raw "char",
    picture bytea,
    facts jsonb DEFAULT '{"a": [1, 2]}'::jsonb,
    code uuid,
    address inet,
    during daterange,
    big numeric,
    CONSTRAINT customer_balance_check CHECK ((balance > ('-1000'::integer)::numeric))
);


ALTER TABLE public.customer OWNER TO postgres;

--
-- Name: TABLE customer; Type: COMMENT; Schema: public; Owner: postgres
--

COMMENT ON TABLE public.customer IS 'Who buys; and ''why''';


--
-- Name: COLUMN customer.name; Type: COMMENT; Schema: public; Owner: postgres
--

COMMENT ON COLUMN public.customer.name IS 'what they''re called
back\slash -- no comment';


--
-- Name: customer_customer_id_seq; Type: SEQUENCE; Schema: public; Owner: postgres
--

ALTER TABLE public.customer ALTER COLUMN customer_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.customer_customer_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: customer_names; Type: VIEW; Schema: public; Owner: postgres
--

CREATE VIEW public.customer_names AS
 SELECT customer.customer_id,
    customer.name
   FROM public.customer;


ALTER TABLE public.customer_names OWNER TO postgres;

--
-- Name: no_key; Type: TABLE; Schema: public; Owner: postgres
--

CREATE TABLE public.no_key (
    a integer,
    b integer
);


ALTER TABLE public.no_key OWNER TO postgres;

--
-- Name: primary_like; Type: TABLE; Schema: public; Owner: postgres
--

CREATE TABLE public.primary_like (
    key integer NOT NULL,
    index text,
    "unique" boolean DEFAULT false,
    comment text,
    value xml
);


ALTER TABLE public.primary_like OWNER TO postgres;

--
-- Name: totals; Type: MATERIALIZED VIEW; Schema: public; Owner: postgres
--

CREATE MATERIALIZED VIEW public.totals AS
 SELECT "Order".customer_id,
    sum("Order".amount) AS amount
   FROM "Sales Data"."Order"
  GROUP BY "Order".customer_id
  WITH NO DATA;


ALTER TABLE public.totals OWNER TO postgres;

--
-- Name: order_2024; Type: TABLE ATTACH; Schema: Sales Data; Owner: postgres
--

ALTER TABLE ONLY "Sales Data"."Order" ATTACH PARTITION "Sales Data".order_2024 FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');


--
-- Name: order_2025; Type: TABLE ATTACH; Schema: Sales Data; Owner: postgres
--

ALTER TABLE ONLY "Sales Data"."Order" ATTACH PARTITION "Sales Data".order_2025 FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');


--
-- Name: order_2025_1; Type: TABLE ATTACH; Schema: Sales Data; Owner: postgres
--

ALTER TABLE ONLY "Sales Data".order_2025 ATTACH PARTITION "Sales Data".order_2025_1 FOR VALUES IN ('1');


--
-- Name: order_rest; Type: TABLE ATTACH; Schema: Sales Data; Owner: postgres
--

ALTER TABLE ONLY "Sales Data"."Order" ATTACH PARTITION "Sales Data".order_rest DEFAULT;


--
-- Name: employee id; Type: DEFAULT; Schema: hr; Owner: postgres
--

ALTER TABLE ONLY hr.employee ALTER COLUMN id SET DEFAULT nextval('hr.employee_id_seq'::regclass);


--
-- Name: Order Order_pkey; Type: CONSTRAINT; Schema: Sales Data; Owner: postgres
--

ALTER TABLE ONLY "Sales Data"."Order"
    ADD CONSTRAINT "Order_pkey" PRIMARY KEY (tenant, "Order No", placed);


--
-- Name: order_2024 order_2024_pkey; Type: CONSTRAINT; Schema: Sales Data; Owner: postgres
--

ALTER TABLE ONLY "Sales Data".order_2024
    ADD CONSTRAINT order_2024_pkey PRIMARY KEY (tenant, "Order No", placed);


--
-- Name: order_2025 order_2025_pkey; Type: CONSTRAINT; Schema: Sales Data; Owner: postgres
--

ALTER TABLE ONLY "Sales Data".order_2025
    ADD CONSTRAINT order_2025_pkey PRIMARY KEY (tenant, "Order No", placed);


--
-- Name: order_2025_1 order_2025_1_pkey; Type: CONSTRAINT; Schema: Sales Data; Owner: postgres
--

ALTER TABLE ONLY "Sales Data".order_2025_1
    ADD CONSTRAINT order_2025_1_pkey PRIMARY KEY (tenant, "Order No", placed);


--
-- Name: order_line order_line_pkey; Type: CONSTRAINT; Schema: Sales Data; Owner: postgres
--

ALTER TABLE ONLY "Sales Data".order_line
    ADD CONSTRAINT order_line_pkey PRIMARY KEY (line_id);


--
-- Name: order_rest order_rest_pkey; Type: CONSTRAINT; Schema: Sales Data; Owner: postgres
--

ALTER TABLE ONLY "Sales Data".order_rest
    ADD CONSTRAINT order_rest_pkey PRIMARY KEY (tenant, "Order No", placed);


--
-- Name: employee employee_badge_id_key; Type: CONSTRAINT; Schema: hr; Owner: postgres
--

ALTER TABLE ONLY hr.employee
    ADD CONSTRAINT employee_badge_id_key UNIQUE (badge, id);


--
-- Name: employee employee_pkey; Type: CONSTRAINT; Schema: hr; Owner: postgres
--

ALTER TABLE ONLY hr.employee
    ADD CONSTRAINT employee_pkey PRIMARY KEY (id);


--
-- Name: a"; DROP TABLE x; -- a"; DROP TABLE x; --_pkey; Type: CONSTRAINT; Schema: public; Owner: postgres
--

ALTER TABLE ONLY public."a""; DROP TABLE x; --"
    ADD CONSTRAINT "a""; DROP TABLE x; --_pkey" PRIMARY KEY ("b'; --");


--
-- Name: animal animal_pkey; Type: CONSTRAINT; Schema: public; Owner: postgres
--

ALTER TABLE ONLY public.animal
    ADD CONSTRAINT animal_pkey PRIMARY KEY (id);


--
-- Name: customer customer_email_key; Type: CONSTRAINT; Schema: public; Owner: postgres
--

ALTER TABLE ONLY public.customer
    ADD CONSTRAINT customer_email_key UNIQUE (email);


--
-- Name: customer customer_pkey; Type: CONSTRAINT; Schema: public; Owner: postgres
--

ALTER TABLE ONLY public.customer
    ADD CONSTRAINT customer_pkey PRIMARY KEY (customer_id);


--
-- Name: customer customer_zip_name; Type: CONSTRAINT; Schema: public; Owner: postgres
--

ALTER TABLE ONLY public.customer
    ADD CONSTRAINT customer_zip_name UNIQUE (zip, name);


--
-- Name: primary_like keys; Type: CONSTRAINT; Schema: public; Owner: postgres
--

ALTER TABLE ONLY public.primary_like
    ADD CONSTRAINT keys EXCLUDE USING btree (key WITH =);


--
-- Name: order_customer; Type: INDEX; Schema: Sales Data; Owner: postgres
--

CREATE UNIQUE INDEX order_customer ON ONLY "Sales Data"."Order" USING btree (customer_id, tenant, placed);


--
-- Name: order_2024_customer_id_tenant_placed_idx; Type: INDEX; Schema: Sales Data; Owner: postgres
--

CREATE UNIQUE INDEX order_2024_customer_id_tenant_placed_idx ON "Sales Data".order_2024 USING btree (customer_id, tenant, placed);


--
-- Name: order_2025_customer_id_tenant_placed_idx; Type: INDEX; Schema: Sales Data; Owner: postgres
--

CREATE UNIQUE INDEX order_2025_customer_id_tenant_placed_idx ON ONLY "Sales Data".order_2025 USING btree (customer_id, tenant, placed);


--
-- Name: order_2025_1_customer_id_tenant_placed_idx; Type: INDEX; Schema: Sales Data; Owner: postgres
--

CREATE UNIQUE INDEX order_2025_1_customer_id_tenant_placed_idx ON "Sales Data".order_2025_1 USING btree (customer_id, tenant, placed);


--
-- Name: order_rest_customer_id_tenant_placed_idx; Type: INDEX; Schema: Sales Data; Owner: postgres
--

CREATE UNIQUE INDEX order_rest_customer_id_tenant_placed_idx ON "Sales Data".order_rest USING btree (customer_id, tenant, placed);


--
-- Name: customer_balance_descending; Type: INDEX; Schema: public; Owner: postgres
--

CREATE UNIQUE INDEX customer_balance_descending ON public.customer USING btree (balance DESC NULLS LAST, one);


--
-- Name: customer_code; Type: INDEX; Schema: public; Owner: postgres
--

CREATE UNIQUE INDEX customer_code ON public.customer USING btree (code) INCLUDE (name);


--
-- Name: customer_expression; Type: INDEX; Schema: public; Owner: postgres
--

CREATE UNIQUE INDEX customer_expression ON public.customer USING btree (lower(email));


--
-- Name: customer_name; Type: INDEX; Schema: public; Owner: postgres
--

CREATE INDEX customer_name ON public.customer USING btree (name);


--
-- Name: customer_partial; Type: INDEX; Schema: public; Owner: postgres
--

CREATE UNIQUE INDEX customer_partial ON public.customer USING btree (big) WHERE (big > (1000000)::numeric);


--
-- Name: order_2024_customer_id_tenant_placed_idx; Type: INDEX ATTACH; Schema: Sales Data; Owner: postgres
--

ALTER INDEX "Sales Data".order_customer ATTACH PARTITION "Sales Data".order_2024_customer_id_tenant_placed_idx;


--
-- Name: order_2024_pkey; Type: INDEX ATTACH; Schema: Sales Data; Owner: postgres
--

ALTER INDEX "Sales Data"."Order_pkey" ATTACH PARTITION "Sales Data".order_2024_pkey;


--
-- Name: order_2025_1_customer_id_tenant_placed_idx; Type: INDEX ATTACH; Schema: Sales Data; Owner: postgres
--

ALTER INDEX "Sales Data".order_2025_customer_id_tenant_placed_idx ATTACH PARTITION "Sales Data".order_2025_1_customer_id_tenant_placed_idx;


--
-- Name: order_2025_1_pkey; Type: INDEX ATTACH; Schema: Sales Data; Owner: postgres
--

ALTER INDEX "Sales Data".order_2025_pkey ATTACH PARTITION "Sales Data".order_2025_1_pkey;


--
-- Name: order_2025_customer_id_tenant_placed_idx; Type: INDEX ATTACH; Schema: Sales Data; Owner: postgres
--

ALTER INDEX "Sales Data".order_customer ATTACH PARTITION "Sales Data".order_2025_customer_id_tenant_placed_idx;


--
-- Name: order_2025_pkey; Type: INDEX ATTACH; Schema: Sales Data; Owner: postgres
--

ALTER INDEX "Sales Data"."Order_pkey" ATTACH PARTITION "Sales Data".order_2025_pkey;


--
-- Name: order_rest_customer_id_tenant_placed_idx; Type: INDEX ATTACH; Schema: Sales Data; Owner: postgres
--

ALTER INDEX "Sales Data".order_customer ATTACH PARTITION "Sales Data".order_rest_customer_id_tenant_placed_idx;


--
-- Name: order_rest_pkey; Type: INDEX ATTACH; Schema: Sales Data; Owner: postgres
--

ALTER INDEX "Sales Data"."Order_pkey" ATTACH PARTITION "Sales Data".order_rest_pkey;


--
-- Name: employee stamping; Type: TRIGGER; Schema: hr; Owner: postgres
--

CREATE TRIGGER stamping BEFORE INSERT ON hr.employee FOR EACH ROW EXECUTE FUNCTION hr.stamp();


--
-- Name: Order Order_customer_id_fkey; Type: FK CONSTRAINT; Schema: Sales Data; Owner: postgres
--

ALTER TABLE "Sales Data"."Order"
    ADD CONSTRAINT "Order_customer_id_fkey" FOREIGN KEY (customer_id) REFERENCES public.customer(customer_id);


--
-- Name: Order Order_seller_fkey; Type: FK CONSTRAINT; Schema: Sales Data; Owner: postgres
--

ALTER TABLE "Sales Data"."Order"
    ADD CONSTRAINT "Order_seller_fkey" FOREIGN KEY (seller) REFERENCES hr.employee(id);


--
-- Name: order_line line_of_order; Type: FK CONSTRAINT; Schema: Sales Data; Owner: postgres
--

ALTER TABLE ONLY "Sales Data".order_line
    ADD CONSTRAINT line_of_order FOREIGN KEY (order_tenant, order_number, order_placed) REFERENCES "Sales Data"."Order"(tenant, "Order No", placed) ON UPDATE CASCADE;


--
-- Name: employee employee_boss_fkey; Type: FK CONSTRAINT; Schema: hr; Owner: postgres
--

ALTER TABLE ONLY hr.employee
    ADD CONSTRAINT employee_boss_fkey FOREIGN KEY (boss) REFERENCES hr.employee(id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED;


--
-- Name: employee the deputy; Type: FK CONSTRAINT; Schema: hr; Owner: postgres
--

ALTER TABLE ONLY hr.employee
    ADD CONSTRAINT "the deputy" FOREIGN KEY ("Deputy") REFERENCES hr.employee(id);


--
-- Name: employee; Type: ROW SECURITY; Schema: hr; Owner: postgres
--

ALTER TABLE hr.employee ENABLE ROW LEVEL SECURITY;

--
-- Name: employee own_row; Type: POLICY; Schema: hr; Owner: postgres
--

CREATE POLICY own_row ON hr.employee USING ((id > 0));


--
-- PostgreSQL database dump complete
--

\unrestrict kept

