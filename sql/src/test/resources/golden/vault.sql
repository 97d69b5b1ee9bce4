-- ==== ddl/01_schemas.sql
-- Schemas of Shop vault.
-- Safe to run again: what is there stays.

-- Schema of layer BRONZE.
CREATE SCHEMA IF NOT EXISTS `main`.`bronze`;

-- Schema of layer RAW_VAULT.
CREATE SCHEMA IF NOT EXISTS `main`.`raw_vault`;

-- Schema of layer GOLD.
CREATE SCHEMA IF NOT EXISTS `main`.`gold`;

-- ==== ddl/02_landing.sql
-- Landing tables of the sources.
-- Safe to run again: what is there stays.

-- Landing table of shop.buyer.
CREATE TABLE IF NOT EXISTS `main`.`bronze`.`buyer` (
  `buyer_no` INT,
  `Full_Name` STRING,
  `town` STRING,
  `rating` DOUBLE,
  `joined_on` DATE,
  `changed_at` TIMESTAMP_NTZ
)
COMMENT 'Rows of shop.buyer as they were delivered.';

-- Landing table of shop.article.
CREATE TABLE IF NOT EXISTS `main`.`bronze`.`article` (
  `code` STRING,
  `label` STRING,
  `list_price` DECIMAL(18,2),
  `photo` BINARY,
  `colours` ARRAY<STRING>,
  `on_sale` BOOLEAN
)
COMMENT 'Rows of shop.article as they were delivered.';

-- Landing table of shop.bill.
CREATE TABLE IF NOT EXISTS `main`.`bronze`.`bill` (
  `bill_no` BIGINT,
  `buyer_no` INT,
  `billed_at` TIMESTAMP
)
COMMENT 'Rows of shop.bill as they were delivered.';

-- Landing table of shop.bill_line.
CREATE TABLE IF NOT EXISTS `main`.`bronze`.`bill_line` (
  `bill_no` BIGINT,
  `line_no` INT,
  `code` STRING,
  `pieces` INT,
  `price` DECIMAL(18,2),
  `rebate` DECIMAL(4,2)
)
COMMENT 'Rows of shop.bill_line as they were delivered.';

-- ==== ddl/03_hub_buyer.sql
-- Table hub_buyer.
-- Pattern dv.hub.
-- Safe to run again: what is there stays.

-- Make the table unless it is there.
CREATE TABLE IF NOT EXISTS `main`.`raw_vault`.`hub_buyer` (
  `buyer_hk` STRING NOT NULL COMMENT 'The shop\'s buyer_hk.',
  `buyer_no` INT NOT NULL COMMENT 'The shop\'s buyer_no.',
  `load_date` TIMESTAMP NOT NULL COMMENT 'The shop\'s load_date.',
  `record_source` STRING NOT NULL COMMENT 'The shop\'s record_source.',
  CONSTRAINT `pk_hub_buyer` PRIMARY KEY (`buyer_hk`)
)
CLUSTER BY AUTO
COMMENT 'The shop\'s hub_buyer.';

-- ==== ddl/04_hub_bill.sql
-- Table hub_bill.
-- Pattern dv.hub.
-- Safe to run again: what is there stays.

-- Make the table unless it is there.
CREATE TABLE IF NOT EXISTS `main`.`raw_vault`.`hub_bill` (
  `bill_hk` STRING NOT NULL COMMENT 'The shop\'s bill_hk.',
  `bill_no` BIGINT NOT NULL COMMENT 'The shop\'s bill_no.',
  `load_date` TIMESTAMP NOT NULL COMMENT 'The shop\'s load_date.',
  `record_source` STRING NOT NULL COMMENT 'The shop\'s record_source.',
  CONSTRAINT `pk_hub_bill` PRIMARY KEY (`bill_hk`)
)
CLUSTER BY AUTO
COMMENT 'The shop\'s hub_bill.';

-- ==== ddl/05_link_bill_buyer.sql
-- Table link_bill_buyer.
-- Pattern dv.link.
-- Safe to run again: what is there stays.

-- Make the table unless it is there.
CREATE TABLE IF NOT EXISTS `main`.`raw_vault`.`link_bill_buyer` (
  `link_bill_buyer_hk` STRING NOT NULL COMMENT 'The shop\'s link_bill_buyer_hk.',
  `bill_hk` STRING NOT NULL COMMENT 'The shop\'s bill_hk.',
  `buyer_hk` STRING NOT NULL COMMENT 'The shop\'s buyer_hk.',
  `load_date` TIMESTAMP NOT NULL COMMENT 'The shop\'s load_date.',
  `record_source` STRING NOT NULL COMMENT 'The shop\'s record_source.',
  CONSTRAINT `pk_link_bill_buyer` PRIMARY KEY (`link_bill_buyer_hk`),
  CONSTRAINT `fk_link_bill_buyer_bill_hk` FOREIGN KEY (`bill_hk`) REFERENCES `main`.`raw_vault`.`hub_bill` (`bill_hk`),
  CONSTRAINT `fk_link_bill_buyer_buyer_hk` FOREIGN KEY (`buyer_hk`) REFERENCES `main`.`raw_vault`.`hub_buyer` (`buyer_hk`)
)
COMMENT 'The shop\'s link_bill_buyer.';

-- ==== ddl/06_sat_buyer_details.sql
-- Table sat_buyer_details.
-- Pattern dv.satellite.
-- Safe to run again: what is there stays.

-- Make the table unless it is there.
CREATE TABLE IF NOT EXISTS `main`.`raw_vault`.`sat_buyer_details` (
  `buyer_hk` STRING NOT NULL COMMENT 'The shop\'s buyer_hk.',
  `load_date` TIMESTAMP NOT NULL COMMENT 'The shop\'s load_date.',
  `hash_diff` STRING NOT NULL COMMENT 'The shop\'s hash_diff.',
  `full_name` STRING COMMENT 'The shop\'s full_name.',
  `rating` DOUBLE COMMENT 'The shop\'s rating.',
  `changed_at` TIMESTAMP_NTZ COMMENT 'The shop\'s changed_at.',
  `town` STRING COMMENT 'The shop\'s town.',
  `record_source` STRING NOT NULL COMMENT 'The shop\'s record_source.',
  CONSTRAINT `pk_sat_buyer_details` PRIMARY KEY (`buyer_hk`, `load_date`),
  CONSTRAINT `fk_sat_buyer_details_buyer_hk` FOREIGN KEY (`buyer_hk`) REFERENCES `main`.`raw_vault`.`hub_buyer` (`buyer_hk`)
)
COMMENT 'The shop\'s sat_buyer_details.';

-- Mark the column for governance.
ALTER TABLE `main`.`raw_vault`.`sat_buyer_details`
  ALTER COLUMN `full_name` SET TAGS ('pii' = 'true');

-- ==== dml/01_hub_buyer.sql
-- Rows that hub_buyer holds before any load.
-- Pattern dv.hub.
-- Safe to run again: rows are added once.

-- Add the rows that stand for a missing member, once.
MERGE INTO `main`.`raw_vault`.`hub_buyer` AS `t`
USING (
  SELECT
    '0000000000000000000000000000000000000000000000000000000000000000' AS `buyer_hk`,
    CAST(-1 AS INT) AS `buyer_no`,
    TIMESTAMP '1900-01-01 00:00:00' AS `load_date`,
    'SYSTEM' AS `record_source`
) AS `s`
ON `t`.`buyer_hk` = `s`.`buyer_hk`
WHEN NOT MATCHED THEN INSERT (
  `buyer_hk`,
  `buyer_no`,
  `load_date`,
  `record_source`
) VALUES (
  `s`.`buyer_hk`,
  `s`.`buyer_no`,
  `s`.`load_date`,
  `s`.`record_source`
);

-- ==== dml/02_hub_bill.sql
-- Rows that hub_bill holds before any load.
-- Pattern dv.hub.
-- Safe to run again: rows are added once.

-- Add the rows that stand for a missing member, once.
MERGE INTO `main`.`raw_vault`.`hub_bill` AS `t`
USING (
  SELECT
    '0000000000000000000000000000000000000000000000000000000000000000' AS `bill_hk`,
    CAST(-1 AS BIGINT) AS `bill_no`,
    TIMESTAMP '1900-01-01 00:00:00' AS `load_date`,
    'SYSTEM' AS `record_source`
) AS `s`
ON `t`.`bill_hk` = `s`.`bill_hk`
WHEN NOT MATCHED THEN INSERT (
  `bill_hk`,
  `bill_no`,
  `load_date`,
  `record_source`
) VALUES (
  `s`.`bill_hk`,
  `s`.`bill_no`,
  `s`.`load_date`,
  `s`.`record_source`
);

-- ==== etl/01_hub_buyer.sql
-- Load of hub_buyer.
-- Pattern dv.hub.
-- Reads shop.buyer by HUB_MERGE; place 1 in the load order.
-- Reads shop.bill by HUB_MERGE; place 1 in the load order.
-- Takes :batch_timestamp, one value for all loads of a run, such as 2026-01-31 00:00:00.
-- Safe to run again with the same batch: nothing is added twice.

-- Add business keys that were never seen before.
MERGE INTO `main`.`raw_vault`.`hub_buyer` AS `t`
USING (
  WITH `source` AS (
    SELECT
      sha2(coalesce(concat('"', CAST(`s`.`buyer_no` AS STRING), '"'), '^^'), 256) AS `buyer_hk`,
      `s`.`buyer_no` AS `buyer_no`,
      CAST(:batch_timestamp AS TIMESTAMP) AS `load_date`,
      'shop.buyer' AS `record_source`
    FROM `main`.`bronze`.`buyer` AS `s`
  )
  SELECT
    `w`.`buyer_hk`,
    `w`.`buyer_no`,
    `w`.`load_date`,
    `w`.`record_source`
  FROM (
    SELECT
      `r`.`buyer_hk`,
      `r`.`buyer_no`,
      `r`.`load_date`,
      `r`.`record_source`,
      row_number() OVER (PARTITION BY `r`.`buyer_hk` ORDER BY `r`.`buyer_no`) = 1 AS `_kept`
    FROM `source` AS `r`
  ) AS `w`
  WHERE `w`.`_kept`
) AS `s`
ON `t`.`buyer_hk` = `s`.`buyer_hk`
WHEN NOT MATCHED THEN INSERT (
  `buyer_hk`,
  `buyer_no`,
  `load_date`,
  `record_source`
) VALUES (
  `s`.`buyer_hk`,
  `s`.`buyer_no`,
  `s`.`load_date`,
  `s`.`record_source`
);

-- Add business keys that were never seen before.
MERGE INTO `main`.`raw_vault`.`hub_buyer` AS `t`
USING (
  WITH `source` AS (
    SELECT
      CASE
        WHEN `s`.`buyer_no` IS NULL THEN '0000000000000000000000000000000000000000000000000000000000000000'
        ELSE sha2(coalesce(concat('"', CAST(`s`.`buyer_no` AS STRING), '"'), '^^'), 256)
      END AS `buyer_hk`,
      `s`.`buyer_no` AS `buyer_no`,
      CAST(:batch_timestamp AS TIMESTAMP) AS `load_date`,
      'shop.bill' AS `record_source`
    FROM `main`.`bronze`.`bill` AS `s`
    WHERE `s`.`buyer_no` IS NOT NULL
  )
  SELECT
    `w`.`buyer_hk`,
    `w`.`buyer_no`,
    `w`.`load_date`,
    `w`.`record_source`
  FROM (
    SELECT
      `r`.`buyer_hk`,
      `r`.`buyer_no`,
      `r`.`load_date`,
      `r`.`record_source`,
      row_number() OVER (PARTITION BY `r`.`buyer_hk` ORDER BY `r`.`buyer_no`) = 1 AS `_kept`
    FROM `source` AS `r`
  ) AS `w`
  WHERE `w`.`_kept`
) AS `s`
ON `t`.`buyer_hk` = `s`.`buyer_hk`
WHEN NOT MATCHED THEN INSERT (
  `buyer_hk`,
  `buyer_no`,
  `load_date`,
  `record_source`
) VALUES (
  `s`.`buyer_hk`,
  `s`.`buyer_no`,
  `s`.`load_date`,
  `s`.`record_source`
);

-- ==== etl/02_hub_bill.sql
-- Load of hub_bill.
-- Pattern dv.hub.
-- Reads shop.bill by HUB_MERGE; place 1 in the load order.
-- Takes :batch_timestamp, one value for all loads of a run, such as 2026-01-31 00:00:00.
-- Safe to run again with the same batch: nothing is added twice.

-- Add business keys that were never seen before.
MERGE INTO `main`.`raw_vault`.`hub_bill` AS `t`
USING (
  WITH `source` AS (
    SELECT
      sha2(coalesce(concat('"', CAST(`s`.`bill_no` AS STRING), '"'), '^^'), 256) AS `bill_hk`,
      `s`.`bill_no` AS `bill_no`,
      CAST(:batch_timestamp AS TIMESTAMP) AS `load_date`,
      'shop.bill' AS `record_source`
    FROM `main`.`bronze`.`bill` AS `s`
  )
  SELECT
    `w`.`bill_hk`,
    `w`.`bill_no`,
    `w`.`load_date`,
    `w`.`record_source`
  FROM (
    SELECT
      `r`.`bill_hk`,
      `r`.`bill_no`,
      `r`.`load_date`,
      `r`.`record_source`,
      row_number() OVER (PARTITION BY `r`.`bill_hk` ORDER BY `r`.`bill_no`) = 1 AS `_kept`
    FROM `source` AS `r`
  ) AS `w`
  WHERE `w`.`_kept`
) AS `s`
ON `t`.`bill_hk` = `s`.`bill_hk`
WHEN NOT MATCHED THEN INSERT (
  `bill_hk`,
  `bill_no`,
  `load_date`,
  `record_source`
) VALUES (
  `s`.`bill_hk`,
  `s`.`bill_no`,
  `s`.`load_date`,
  `s`.`record_source`
);

-- ==== etl/03_link_bill_buyer.sql
-- Load of link_bill_buyer.
-- Pattern dv.link.
-- Reads shop.bill by LINK_MERGE; place 2 in the load order.
-- Takes :batch_timestamp, one value for all loads of a run, such as 2026-01-31 00:00:00.
-- Safe to run again with the same batch: nothing is added twice.

-- Add relationships that were never seen before.
MERGE INTO `main`.`raw_vault`.`link_bill_buyer` AS `t`
USING (
  WITH `source` AS (
    SELECT
      sha2(
        concat_ws(
          '||',
          coalesce(concat('"', CAST(`s`.`bill_no` AS STRING), '"'), '^^'),
          coalesce(concat('"', CAST(`s`.`buyer_no` AS STRING), '"'), '^^')
        ),
        256
      ) AS `link_bill_buyer_hk`,
      sha2(coalesce(concat('"', CAST(`s`.`bill_no` AS STRING), '"'), '^^'), 256) AS `bill_hk`,
      CASE
        WHEN `s`.`buyer_no` IS NULL THEN '0000000000000000000000000000000000000000000000000000000000000000'
        ELSE sha2(coalesce(concat('"', CAST(`s`.`buyer_no` AS STRING), '"'), '^^'), 256)
      END AS `buyer_hk`,
      CAST(:batch_timestamp AS TIMESTAMP) AS `load_date`,
      'shop.bill' AS `record_source`
    FROM `main`.`bronze`.`bill` AS `s`
  )
  SELECT
    `w`.`link_bill_buyer_hk`,
    `w`.`bill_hk`,
    `w`.`buyer_hk`,
    `w`.`load_date`,
    `w`.`record_source`
  FROM (
    SELECT
      `r`.`link_bill_buyer_hk`,
      `r`.`bill_hk`,
      `r`.`buyer_hk`,
      `r`.`load_date`,
      `r`.`record_source`,
      row_number() OVER (PARTITION BY `r`.`link_bill_buyer_hk` ORDER BY `r`.`bill_hk`, `r`.`buyer_hk`) = 1 AS `_kept`
    FROM `source` AS `r`
  ) AS `w`
  WHERE `w`.`_kept`
) AS `s`
ON `t`.`link_bill_buyer_hk` = `s`.`link_bill_buyer_hk`
WHEN NOT MATCHED THEN INSERT (
  `link_bill_buyer_hk`,
  `bill_hk`,
  `buyer_hk`,
  `load_date`,
  `record_source`
) VALUES (
  `s`.`link_bill_buyer_hk`,
  `s`.`bill_hk`,
  `s`.`buyer_hk`,
  `s`.`load_date`,
  `s`.`record_source`
);

-- ==== etl/04_sat_buyer_details.sql
-- Load of sat_buyer_details.
-- Pattern dv.satellite.
-- Reads shop.buyer by SATELLITE_INSERT; place 3 in the load order.
-- Takes :batch_timestamp, one value for all loads of a run, such as 2026-01-31 00:00:00.
-- Safe to run again with the same batch: nothing is added twice.

-- Add versions whose attributes differ from the version before.
INSERT INTO `main`.`raw_vault`.`sat_buyer_details` (`buyer_hk`, `load_date`, `hash_diff`, `full_name`, `rating`, `changed_at`, `town`, `record_source`)
WITH `source` AS (
  SELECT
    sha2(coalesce(concat('"', CAST(`s`.`buyer_no` AS STRING), '"'), '^^'), 256) AS `buyer_hk`,
    CAST(:batch_timestamp AS TIMESTAMP) AS `load_date`,
    sha2(
      regexp_replace(
        concat_ws(
          '||',
          coalesce(concat('"', replace(replace(rtrim(`s`.`Full_Name`), '\\', '\\\\'), '"', '\\"'), '"'), '^^'),
          coalesce(concat('"', CAST(CAST(`s`.`rating` AS DECIMAL(38,12)) AS STRING), '"'), '^^'),
          coalesce(concat('"', date_format(`s`.`changed_at`, 'yyyy-MM-dd HH:mm:ss.SSSSSS'), '"'), '^^'),
          coalesce(concat('"', replace(replace(rtrim(`s`.`town`), '\\', '\\\\'), '"', '\\"'), '"'), '^^')
        ),
        '(\\|\\|\\^\\^)+$',
        ''
      ),
      256
    ) AS `hash_diff`,
    `s`.`Full_Name` AS `full_name`,
    `s`.`rating` AS `rating`,
    `s`.`changed_at` AS `changed_at`,
    `s`.`town` AS `town`,
    'shop.buyer' AS `record_source`
  FROM `main`.`bronze`.`buyer` AS `s`
),
`incoming` AS (
  SELECT
    `w`.`buyer_hk`,
    `w`.`load_date`,
    `w`.`hash_diff`,
    `w`.`full_name`,
    `w`.`rating`,
    `w`.`changed_at`,
    `w`.`town`,
    `w`.`record_source`
  FROM (
    SELECT
      `r`.`buyer_hk`,
      `r`.`load_date`,
      `r`.`hash_diff`,
      `r`.`full_name`,
      `r`.`rating`,
      `r`.`changed_at`,
      `r`.`town`,
      `r`.`record_source`,
      row_number() OVER (
        PARTITION BY `r`.`buyer_hk`, `r`.`load_date`
        ORDER BY `r`.`hash_diff`, `r`.`full_name`, `r`.`rating`, `r`.`changed_at`, `r`.`town`
      ) = 1 AS `_kept`
    FROM `source` AS `r`
  ) AS `w`
  WHERE `w`.`_kept`
),
`fresh` AS (
  SELECT
    `i`.`buyer_hk`,
    `i`.`load_date`,
    `i`.`hash_diff`,
    `i`.`full_name`,
    `i`.`rating`,
    `i`.`changed_at`,
    `i`.`town`,
    `i`.`record_source`
  FROM `incoming` AS `i`
  LEFT ANTI JOIN `main`.`raw_vault`.`sat_buyer_details` AS `t`
    ON `t`.`buyer_hk` = `i`.`buyer_hk`
      AND `t`.`load_date` = `i`.`load_date`
),
`timeline` AS (
  SELECT
    `t`.`buyer_hk`,
    `t`.`load_date`,
    `t`.`hash_diff`,
    false AS `is_new`
  FROM `main`.`raw_vault`.`sat_buyer_details` AS `t`
  LEFT SEMI JOIN `fresh` AS `f`
    ON `f`.`buyer_hk` = `t`.`buyer_hk`
  UNION ALL
  SELECT
    `f`.`buyer_hk`,
    `f`.`load_date`,
    `f`.`hash_diff`,
    true AS `is_new`
  FROM `fresh` AS `f`
),
`compared` AS (
  SELECT
    `v`.`buyer_hk`,
    `v`.`load_date`,
    `v`.`hash_diff`,
    `v`.`is_new`,
    lag(`v`.`hash_diff`) OVER (PARTITION BY `v`.`buyer_hk` ORDER BY `v`.`load_date`) AS `previous_hash_diff`
  FROM `timeline` AS `v`
)
SELECT
  `f`.`buyer_hk`,
  `f`.`load_date`,
  `f`.`hash_diff`,
  `f`.`full_name`,
  `f`.`rating`,
  `f`.`changed_at`,
  `f`.`town`,
  `f`.`record_source`
FROM `fresh` AS `f`
INNER JOIN `compared` AS `c`
  ON `c`.`buyer_hk` = `f`.`buyer_hk`
    AND `c`.`load_date` = `f`.`load_date`
WHERE `c`.`is_new`
  AND (`c`.`previous_hash_diff` IS NULL OR `c`.`previous_hash_diff` <> `c`.`hash_diff`);

-- ==== test/01_hub_buyer.sql
-- Tests of hub_buyer.
-- Pattern dv.hub.
-- Reads only. Each query answers the rows that should not be; no rows means passed.

-- T-UNQ
-- No two rows have the same buyer_hk.
SELECT
  `t`.`buyer_hk`,
  count(*) AS `row_count`
FROM `main`.`raw_vault`.`hub_buyer` AS `t`
GROUP BY `t`.`buyer_hk`
HAVING count(*) > 1;

-- T-UNQ
-- No two rows have the same buyer_no.
SELECT
  `t`.`buyer_no`,
  count(*) AS `row_count`
FROM `main`.`raw_vault`.`hub_buyer` AS `t`
GROUP BY `t`.`buyer_no`
HAVING count(*) > 1;

-- T-NN
-- No mandatory column is NULL.
SELECT
  `t`.`buyer_hk`,
  `t`.`buyer_no`,
  `t`.`load_date`,
  `t`.`record_source`
FROM `main`.`raw_vault`.`hub_buyer` AS `t`
WHERE `t`.`buyer_hk` IS NULL
  OR `t`.`buyer_no` IS NULL
  OR `t`.`load_date` IS NULL
  OR `t`.`record_source` IS NULL;

-- T-GHOST
-- Every row that stands for a missing member is there once.
SELECT
  `e`.`expected_key`,
  count(`t`.`buyer_hk`) AS `row_count`
FROM (
  SELECT
    '0000000000000000000000000000000000000000000000000000000000000000' AS `expected_key`
) AS `e`
LEFT JOIN `main`.`raw_vault`.`hub_buyer` AS `t`
  ON `t`.`buyer_hk` = `e`.`expected_key`
GROUP BY `e`.`expected_key`
HAVING count(`t`.`buyer_hk`) <> 1;

-- T-HASH
-- Every buyer_hk is the hash of the values beside it.
SELECT
  `t`.`buyer_hk`,
  sha2(coalesce(concat('"', CAST(`t`.`buyer_no` AS STRING), '"'), '^^'), 256) AS `expected_hash`
FROM `main`.`raw_vault`.`hub_buyer` AS `t`
WHERE `t`.`buyer_hk` <> '0000000000000000000000000000000000000000000000000000000000000000'
  AND NOT (`t`.`buyer_hk` <=> sha2(coalesce(concat('"', CAST(`t`.`buyer_no` AS STRING), '"'), '^^'), 256));

-- T-RECON
-- Every key that shop.buyer delivers is in hub_buyer.
SELECT DISTINCT `s`.`buyer_hk`
FROM (
  SELECT
    sha2(coalesce(concat('"', CAST(`s`.`buyer_no` AS STRING), '"'), '^^'), 256) AS `buyer_hk`
  FROM `main`.`bronze`.`buyer` AS `s`
) AS `s`
LEFT ANTI JOIN `main`.`raw_vault`.`hub_buyer` AS `t`
  ON `t`.`buyer_hk` = `s`.`buyer_hk`;

-- T-RECON
-- Every key that shop.bill delivers is in hub_buyer.
SELECT DISTINCT `s`.`buyer_hk`
FROM (
  SELECT
    CASE
      WHEN `s`.`buyer_no` IS NULL THEN '0000000000000000000000000000000000000000000000000000000000000000'
      ELSE sha2(coalesce(concat('"', CAST(`s`.`buyer_no` AS STRING), '"'), '^^'), 256)
    END AS `buyer_hk`
  FROM `main`.`bronze`.`bill` AS `s`
  WHERE `s`.`buyer_no` IS NOT NULL
) AS `s`
LEFT ANTI JOIN `main`.`raw_vault`.`hub_buyer` AS `t`
  ON `t`.`buyer_hk` = `s`.`buyer_hk`;

-- ==== test/02_hub_bill.sql
-- Tests of hub_bill.
-- Pattern dv.hub.
-- Reads only. Each query answers the rows that should not be; no rows means passed.

-- T-UNQ
-- No two rows have the same bill_hk.
SELECT
  `t`.`bill_hk`,
  count(*) AS `row_count`
FROM `main`.`raw_vault`.`hub_bill` AS `t`
GROUP BY `t`.`bill_hk`
HAVING count(*) > 1;

-- T-UNQ
-- No two rows have the same bill_no.
SELECT
  `t`.`bill_no`,
  count(*) AS `row_count`
FROM `main`.`raw_vault`.`hub_bill` AS `t`
GROUP BY `t`.`bill_no`
HAVING count(*) > 1;

-- T-NN
-- No mandatory column is NULL.
SELECT
  `t`.`bill_hk`,
  `t`.`bill_no`,
  `t`.`load_date`,
  `t`.`record_source`
FROM `main`.`raw_vault`.`hub_bill` AS `t`
WHERE `t`.`bill_hk` IS NULL
  OR `t`.`bill_no` IS NULL
  OR `t`.`load_date` IS NULL
  OR `t`.`record_source` IS NULL;

-- T-GHOST
-- Every row that stands for a missing member is there once.
SELECT
  `e`.`expected_key`,
  count(`t`.`bill_hk`) AS `row_count`
FROM (
  SELECT
    '0000000000000000000000000000000000000000000000000000000000000000' AS `expected_key`
) AS `e`
LEFT JOIN `main`.`raw_vault`.`hub_bill` AS `t`
  ON `t`.`bill_hk` = `e`.`expected_key`
GROUP BY `e`.`expected_key`
HAVING count(`t`.`bill_hk`) <> 1;

-- T-HASH
-- Every bill_hk is the hash of the values beside it.
SELECT
  `t`.`bill_hk`,
  sha2(coalesce(concat('"', CAST(`t`.`bill_no` AS STRING), '"'), '^^'), 256) AS `expected_hash`
FROM `main`.`raw_vault`.`hub_bill` AS `t`
WHERE `t`.`bill_hk` <> '0000000000000000000000000000000000000000000000000000000000000000'
  AND NOT (`t`.`bill_hk` <=> sha2(coalesce(concat('"', CAST(`t`.`bill_no` AS STRING), '"'), '^^'), 256));

-- T-RECON
-- Every key that shop.bill delivers is in hub_bill.
SELECT DISTINCT `s`.`bill_hk`
FROM (
  SELECT
    sha2(coalesce(concat('"', CAST(`s`.`bill_no` AS STRING), '"'), '^^'), 256) AS `bill_hk`
  FROM `main`.`bronze`.`bill` AS `s`
) AS `s`
LEFT ANTI JOIN `main`.`raw_vault`.`hub_bill` AS `t`
  ON `t`.`bill_hk` = `s`.`bill_hk`;

-- ==== test/03_link_bill_buyer.sql
-- Tests of link_bill_buyer.
-- Pattern dv.link.
-- Reads only. Each query answers the rows that should not be; no rows means passed.

-- T-UNQ
-- No two rows have the same link_bill_buyer_hk.
SELECT
  `t`.`link_bill_buyer_hk`,
  count(*) AS `row_count`
FROM `main`.`raw_vault`.`link_bill_buyer` AS `t`
GROUP BY `t`.`link_bill_buyer_hk`
HAVING count(*) > 1;

-- T-UNQ
-- No two rows have the same bill_hk, buyer_hk.
SELECT
  `t`.`bill_hk`,
  `t`.`buyer_hk`,
  count(*) AS `row_count`
FROM `main`.`raw_vault`.`link_bill_buyer` AS `t`
GROUP BY `t`.`bill_hk`, `t`.`buyer_hk`
HAVING count(*) > 1;

-- T-NN
-- No mandatory column is NULL.
SELECT
  `t`.`link_bill_buyer_hk`,
  `t`.`bill_hk`,
  `t`.`buyer_hk`,
  `t`.`load_date`,
  `t`.`record_source`
FROM `main`.`raw_vault`.`link_bill_buyer` AS `t`
WHERE `t`.`link_bill_buyer_hk` IS NULL
  OR `t`.`bill_hk` IS NULL
  OR `t`.`buyer_hk` IS NULL
  OR `t`.`load_date` IS NULL
  OR `t`.`record_source` IS NULL;

-- T-REL
-- Every bill_hk is in hub_bill.
SELECT DISTINCT `c`.`bill_hk`
FROM `main`.`raw_vault`.`link_bill_buyer` AS `c`
LEFT ANTI JOIN `main`.`raw_vault`.`hub_bill` AS `p`
  ON `p`.`bill_hk` = `c`.`bill_hk`
WHERE `c`.`bill_hk` IS NOT NULL;

-- T-REL
-- Every buyer_hk is in hub_buyer.
SELECT DISTINCT `c`.`buyer_hk`
FROM `main`.`raw_vault`.`link_bill_buyer` AS `c`
LEFT ANTI JOIN `main`.`raw_vault`.`hub_buyer` AS `p`
  ON `p`.`buyer_hk` = `c`.`buyer_hk`
WHERE `c`.`buyer_hk` IS NOT NULL;

-- T-RECON
-- Every key that shop.bill delivers is in link_bill_buyer.
SELECT DISTINCT `s`.`link_bill_buyer_hk`
FROM (
  SELECT
    sha2(
      concat_ws(
        '||',
        coalesce(concat('"', CAST(`s`.`bill_no` AS STRING), '"'), '^^'),
        coalesce(concat('"', CAST(`s`.`buyer_no` AS STRING), '"'), '^^')
      ),
      256
    ) AS `link_bill_buyer_hk`
  FROM `main`.`bronze`.`bill` AS `s`
) AS `s`
LEFT ANTI JOIN `main`.`raw_vault`.`link_bill_buyer` AS `t`
  ON `t`.`link_bill_buyer_hk` = `s`.`link_bill_buyer_hk`;

-- ==== test/04_sat_buyer_details.sql
-- Tests of sat_buyer_details.
-- Pattern dv.satellite.
-- Reads only. Each query answers the rows that should not be; no rows means passed.

-- T-UNQ
-- No two rows have the same buyer_hk, load_date.
SELECT
  `t`.`buyer_hk`,
  `t`.`load_date`,
  count(*) AS `row_count`
FROM `main`.`raw_vault`.`sat_buyer_details` AS `t`
GROUP BY `t`.`buyer_hk`, `t`.`load_date`
HAVING count(*) > 1;

-- T-NN
-- No mandatory column is NULL.
SELECT
  `t`.`buyer_hk`,
  `t`.`load_date`,
  `t`.`hash_diff`,
  `t`.`record_source`
FROM `main`.`raw_vault`.`sat_buyer_details` AS `t`
WHERE `t`.`buyer_hk` IS NULL
  OR `t`.`load_date` IS NULL
  OR `t`.`hash_diff` IS NULL
  OR `t`.`record_source` IS NULL;

-- T-REL
-- Every buyer_hk is in hub_buyer.
SELECT DISTINCT `c`.`buyer_hk`
FROM `main`.`raw_vault`.`sat_buyer_details` AS `c`
LEFT ANTI JOIN `main`.`raw_vault`.`hub_buyer` AS `p`
  ON `p`.`buyer_hk` = `c`.`buyer_hk`
WHERE `c`.`buyer_hk` IS NOT NULL;

-- T-HASH
-- Every hash_diff is the hash of the values beside it.
SELECT
  `t`.`buyer_hk`,
  `t`.`load_date`,
  sha2(
    regexp_replace(
      concat_ws(
        '||',
        coalesce(concat('"', replace(replace(rtrim(`t`.`full_name`), '\\', '\\\\'), '"', '\\"'), '"'), '^^'),
        coalesce(concat('"', CAST(CAST(`t`.`rating` AS DECIMAL(38,12)) AS STRING), '"'), '^^'),
        coalesce(concat('"', date_format(`t`.`changed_at`, 'yyyy-MM-dd HH:mm:ss.SSSSSS'), '"'), '^^'),
        coalesce(concat('"', replace(replace(rtrim(`t`.`town`), '\\', '\\\\'), '"', '\\"'), '"'), '^^')
      ),
      '(\\|\\|\\^\\^)+$',
      ''
    ),
    256
  ) AS `expected_hash`
FROM `main`.`raw_vault`.`sat_buyer_details` AS `t`
WHERE `t`.`hash_diff` <> '0000000000000000000000000000000000000000000000000000000000000000'
  AND NOT (
    `t`.`hash_diff` <=> sha2(
      regexp_replace(
        concat_ws(
          '||',
          coalesce(concat('"', replace(replace(rtrim(`t`.`full_name`), '\\', '\\\\'), '"', '\\"'), '"'), '^^'),
          coalesce(concat('"', CAST(CAST(`t`.`rating` AS DECIMAL(38,12)) AS STRING), '"'), '^^'),
          coalesce(concat('"', date_format(`t`.`changed_at`, 'yyyy-MM-dd HH:mm:ss.SSSSSS'), '"'), '^^'),
          coalesce(concat('"', replace(replace(rtrim(`t`.`town`), '\\', '\\\\'), '"', '\\"'), '"'), '^^')
        ),
        '(\\|\\|\\^\\^)+$',
        ''
      ),
      256
    )
  );

-- T-RECON
-- Every key that shop.buyer delivers is in sat_buyer_details.
SELECT DISTINCT `s`.`buyer_hk`
FROM (
  SELECT
    sha2(coalesce(concat('"', CAST(`s`.`buyer_no` AS STRING), '"'), '^^'), 256) AS `buyer_hk`
  FROM `main`.`bronze`.`buyer` AS `s`
) AS `s`
LEFT ANTI JOIN `main`.`raw_vault`.`sat_buyer_details` AS `t`
  ON `t`.`buyer_hk` = `s`.`buyer_hk`;
