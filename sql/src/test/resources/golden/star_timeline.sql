-- ==== ddl/01_schemas.sql
-- Schemas of Shop star.
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

-- ==== ddl/03_dim_date.sql
-- Table dim_date.
-- Pattern dim.date.
-- Safe to run again: what is there stays.

-- Make the table unless it is there.
CREATE TABLE IF NOT EXISTS `main`.`gold`.`dim_date` (
  `date_key` INT NOT NULL COMMENT 'The shop\'s date_key.',
  `date` DATE COMMENT 'The shop\'s date.',
  `year` INT COMMENT 'The shop\'s year.',
  `quarter` INT COMMENT 'The shop\'s quarter.',
  `month` INT COMMENT 'The shop\'s month.',
  `month_name` STRING COMMENT 'The shop\'s month_name.',
  `day_of_month` INT COMMENT 'The shop\'s day_of_month.',
  `day_of_week` INT COMMENT 'The shop\'s day_of_week.',
  `day_name` STRING COMMENT 'The shop\'s day_name.',
  `week_of_year` INT COMMENT 'The shop\'s week_of_year.',
  `is_weekend` BOOLEAN COMMENT 'The shop\'s is_weekend.',
  CONSTRAINT `pk_dim_date` PRIMARY KEY (`date_key`)
)
COMMENT 'Calendar.';

-- ==== ddl/04_dim_article.sql
-- Table dim_article.
-- Pattern dim.scd1.
-- Safe to run again: what is there stays.

-- Make the table unless it is there.
CREATE TABLE IF NOT EXISTS `main`.`gold`.`dim_article` (
  `article_key` BIGINT NOT NULL COMMENT 'The shop\'s article_key.',
  `code` STRING NOT NULL COMMENT 'The shop\'s code.',
  `label` STRING COMMENT 'The shop\'s label.',
  `list_price` DECIMAL(20,4) COMMENT 'The shop\'s list_price.',
  `photo` BINARY COMMENT 'The shop\'s photo.',
  `colours` ARRAY<STRING> COMMENT 'The shop\'s colours.',
  `on_sale` BOOLEAN COMMENT 'The shop\'s on_sale.',
  CONSTRAINT `pk_dim_article` PRIMARY KEY (`article_key`)
)
COMMENT 'The shop\'s dim_article.';

-- ==== ddl/05_dim_buyer.sql
-- Table dim_buyer.
-- Pattern dim.scd2.
-- Safe to run again: what is there stays.

-- Make the table unless it is there.
CREATE TABLE IF NOT EXISTS `main`.`gold`.`dim_buyer` (
  `buyer_key` BIGINT NOT NULL COMMENT 'The shop\'s buyer_key.',
  `buyer_no` INT NOT NULL COMMENT 'The shop\'s buyer_no.',
  `full_name` STRING COMMENT 'The shop\'s full_name.',
  `town` STRING COMMENT 'The shop\'s town.',
  `rating` DOUBLE COMMENT 'The shop\'s rating.',
  `joined_on` DATE COMMENT 'The shop\'s joined_on.',
  `valid_from` TIMESTAMP NOT NULL COMMENT 'The shop\'s valid_from.',
  `valid_to` TIMESTAMP NOT NULL COMMENT 'The shop\'s valid_to.',
  `is_current` BOOLEAN NOT NULL COMMENT 'The shop\'s is_current.',
  CONSTRAINT `pk_dim_buyer` PRIMARY KEY (`buyer_key`)
)
COMMENT 'The shop\'s dim_buyer.';

-- Drop the check if it is there.
ALTER TABLE `main`.`gold`.`dim_buyer`
  DROP CONSTRAINT IF EXISTS `chk_dim_buyer_validity`;

-- A version ends after it begins.
ALTER TABLE `main`.`gold`.`dim_buyer`
  ADD CONSTRAINT `chk_dim_buyer_validity` CHECK (`valid_from` < `valid_to`);

-- ==== ddl/06_fact_bill_line.sql
-- Table fact_bill_line.
-- Pattern fact.transaction.
-- Safe to run again: what is there stays.

-- Make the table unless it is there.
CREATE TABLE IF NOT EXISTS `main`.`gold`.`fact_bill_line` (
  `billed_date_key` INT NOT NULL COMMENT 'The shop\'s billed_date_key.',
  `buyer_key` BIGINT NOT NULL COMMENT 'The shop\'s buyer_key.',
  `article_key` BIGINT NOT NULL COMMENT 'The shop\'s article_key.',
  `bill_no` BIGINT NOT NULL COMMENT 'The shop\'s bill_no.',
  `line_no` INT NOT NULL COMMENT 'The shop\'s line_no.',
  `pieces` INT COMMENT 'The shop\'s pieces.',
  `revenue` DECIMAL(18,2) COMMENT 'The shop\'s revenue.',
  `load_date` TIMESTAMP NOT NULL COMMENT 'The shop\'s load_date.',
  CONSTRAINT `pk_fact_bill_line` PRIMARY KEY (`bill_no`, `line_no`),
  CONSTRAINT `fk_fact_bill_line_billed_date_key` FOREIGN KEY (`billed_date_key`) REFERENCES `main`.`gold`.`dim_date` (`date_key`),
  CONSTRAINT `fk_fact_bill_line_buyer_key` FOREIGN KEY (`buyer_key`) REFERENCES `main`.`gold`.`dim_buyer` (`buyer_key`),
  CONSTRAINT `fk_fact_bill_line_article_key` FOREIGN KEY (`article_key`) REFERENCES `main`.`gold`.`dim_article` (`article_key`)
)
CLUSTER BY (`billed_date_key`, `article_key`)
COMMENT 'The shop\'s fact_bill_line.';

-- ==== dml/01_dim_date.sql
-- Rows that dim_date holds before any load.
-- Pattern dim.date.
-- Safe to run again: rows are added once.

-- Add the rows that stand for a missing member, once.
MERGE INTO `main`.`gold`.`dim_date` AS `t`
USING (
  SELECT
    CAST(-1 AS INT) AS `date_key`,
    CAST(NULL AS DATE) AS `date`,
    CAST(NULL AS INT) AS `year`,
    CAST(NULL AS INT) AS `quarter`,
    CAST(NULL AS INT) AS `month`,
    'Unknown' AS `month_name`,
    CAST(NULL AS INT) AS `day_of_month`,
    CAST(NULL AS INT) AS `day_of_week`,
    'Unknown' AS `day_name`,
    CAST(NULL AS INT) AS `week_of_year`,
    CAST(NULL AS BOOLEAN) AS `is_weekend`
) AS `s`
ON `t`.`date_key` = `s`.`date_key`
WHEN NOT MATCHED THEN INSERT (
  `date_key`,
  `date`,
  `year`,
  `quarter`,
  `month`,
  `month_name`,
  `day_of_month`,
  `day_of_week`,
  `day_name`,
  `week_of_year`,
  `is_weekend`
) VALUES (
  `s`.`date_key`,
  `s`.`date`,
  `s`.`year`,
  `s`.`quarter`,
  `s`.`month`,
  `s`.`month_name`,
  `s`.`day_of_month`,
  `s`.`day_of_week`,
  `s`.`day_name`,
  `s`.`week_of_year`,
  `s`.`is_weekend`
);

-- Add the days from 2025-12-01 to 2026-03-31 that are missing.
MERGE INTO `main`.`gold`.`dim_date` AS `t`
USING (
  SELECT
    CAST(date_format(`d`.`day`, 'yyyyMMdd') AS INT) AS `date_key`,
    `d`.`day` AS `date`,
    year(`d`.`day`) AS `year`,
    quarter(`d`.`day`) AS `quarter`,
    month(`d`.`day`) AS `month`,
    date_format(`d`.`day`, 'MMMM') AS `month_name`,
    dayofmonth(`d`.`day`) AS `day_of_month`,
    weekday(`d`.`day`) + 1 AS `day_of_week`,
    date_format(`d`.`day`, 'EEEE') AS `day_name`,
    weekofyear(`d`.`day`) AS `week_of_year`,
    weekday(`d`.`day`) + 1 > 5 AS `is_weekend`
  FROM (
    SELECT explode(sequence(DATE '2025-12-01', DATE '2026-03-31')) AS `day`
  ) AS `d`
) AS `s`
ON `t`.`date_key` = `s`.`date_key`
WHEN NOT MATCHED THEN INSERT (
  `date_key`,
  `date`,
  `year`,
  `quarter`,
  `month`,
  `month_name`,
  `day_of_month`,
  `day_of_week`,
  `day_name`,
  `week_of_year`,
  `is_weekend`
) VALUES (
  `s`.`date_key`,
  `s`.`date`,
  `s`.`year`,
  `s`.`quarter`,
  `s`.`month`,
  `s`.`month_name`,
  `s`.`day_of_month`,
  `s`.`day_of_week`,
  `s`.`day_name`,
  `s`.`week_of_year`,
  `s`.`is_weekend`
);

-- ==== dml/02_dim_article.sql
-- Rows that dim_article holds before any load.
-- Pattern dim.scd1.
-- Safe to run again: rows are added once.

-- Add the rows that stand for a missing member, once.
MERGE INTO `main`.`gold`.`dim_article` AS `t`
USING (
  SELECT
    CAST(-1 AS BIGINT) AS `article_key`,
    'Unknown' AS `code`,
    'Unknown' AS `label`,
    CAST(NULL AS DECIMAL(20,4)) AS `list_price`,
    CAST(NULL AS BINARY) AS `photo`,
    CAST(NULL AS ARRAY<STRING>) AS `colours`,
    CAST(NULL AS BOOLEAN) AS `on_sale`
) AS `s`
ON `t`.`article_key` = `s`.`article_key`
WHEN NOT MATCHED THEN INSERT (
  `article_key`,
  `code`,
  `label`,
  `list_price`,
  `photo`,
  `colours`,
  `on_sale`
) VALUES (
  `s`.`article_key`,
  `s`.`code`,
  `s`.`label`,
  `s`.`list_price`,
  `s`.`photo`,
  `s`.`colours`,
  `s`.`on_sale`
);

-- ==== dml/03_dim_buyer.sql
-- Rows that dim_buyer holds before any load.
-- Pattern dim.scd2.
-- Safe to run again: rows are added once.

-- Add the rows that stand for a missing member, once.
MERGE INTO `main`.`gold`.`dim_buyer` AS `t`
USING (
  SELECT
    CAST(-1 AS BIGINT) AS `buyer_key`,
    CAST(-1 AS INT) AS `buyer_no`,
    'Unknown' AS `full_name`,
    'Unknown' AS `town`,
    CAST(NULL AS DOUBLE) AS `rating`,
    CAST(NULL AS DATE) AS `joined_on`,
    TIMESTAMP '1900-01-01 00:00:00' AS `valid_from`,
    TIMESTAMP '9999-12-31 00:00:00' AS `valid_to`,
    true AS `is_current`
) AS `s`
ON `t`.`buyer_key` = `s`.`buyer_key`
WHEN NOT MATCHED THEN INSERT (
  `buyer_key`,
  `buyer_no`,
  `full_name`,
  `town`,
  `rating`,
  `joined_on`,
  `valid_from`,
  `valid_to`,
  `is_current`
) VALUES (
  `s`.`buyer_key`,
  `s`.`buyer_no`,
  `s`.`full_name`,
  `s`.`town`,
  `s`.`rating`,
  `s`.`joined_on`,
  `s`.`valid_from`,
  `s`.`valid_to`,
  `s`.`is_current`
);

-- ==== etl/01_dim_article.sql
-- Load of dim_article.
-- Pattern dim.scd1.
-- Reads shop.article by SCD1_MERGE; place 1 in the load order.
-- Takes :batch_timestamp, one value for all loads of a run, such as 2026-01-31 00:00:00.
-- Safe to run again with the same batch: nothing is added twice.

-- Add members that are new and overwrite what changed.
MERGE INTO `main`.`gold`.`dim_article` AS `t`
USING (
  WITH `source` AS (
    SELECT
      `s`.`code` AS `code`,
      `s`.`label` AS `label`,
      CAST(`s`.`list_price` AS DECIMAL(20,4)) AS `list_price`,
      `s`.`photo` AS `photo`,
      `s`.`colours` AS `colours`,
      `s`.`on_sale` AS `on_sale`
    FROM `main`.`bronze`.`article` AS `s`
  )
  SELECT
    `w`.`code`,
    `w`.`label`,
    `w`.`list_price`,
    `w`.`photo`,
    `w`.`colours`,
    `w`.`on_sale`
  FROM (
    SELECT
      `r`.`code`,
      `r`.`label`,
      `r`.`list_price`,
      `r`.`photo`,
      `r`.`colours`,
      `r`.`on_sale`,
      row_number() OVER (
        PARTITION BY `r`.`code`
        ORDER BY `r`.`label`, `r`.`list_price`, `r`.`photo`, `r`.`colours`, `r`.`on_sale`
      ) = 1 AS `_kept`
    FROM `source` AS `r`
  ) AS `w`
  WHERE `w`.`_kept`
) AS `s`
ON `t`.`code` = `s`.`code`
WHEN MATCHED AND NOT (
    `t`.`label` <=> `s`.`label`
    AND `t`.`list_price` <=> `s`.`list_price`
    AND `t`.`photo` <=> `s`.`photo`
    AND `t`.`colours` <=> `s`.`colours`
    AND `t`.`on_sale` <=> `s`.`on_sale`
  ) THEN UPDATE SET
  `label` = `s`.`label`,
  `list_price` = `s`.`list_price`,
  `photo` = `s`.`photo`,
  `colours` = `s`.`colours`,
  `on_sale` = `s`.`on_sale`
WHEN NOT MATCHED THEN INSERT (
  `article_key`,
  `code`,
  `label`,
  `list_price`,
  `photo`,
  `colours`,
  `on_sale`
) VALUES (
  xxhash64(`s`.`code`),
  `s`.`code`,
  `s`.`label`,
  `s`.`list_price`,
  `s`.`photo`,
  `s`.`colours`,
  `s`.`on_sale`
);

-- ==== etl/02_dim_buyer.sql
-- Load of dim_buyer.
-- Pattern dim.scd2.
-- Reads shop.buyer by SCD2_TIMELINE; place 1 in the load order.
-- Takes :batch_timestamp, one value for all loads of a run, such as 2026-01-31 00:00:00.
-- Safe to run again with the same batch: nothing is added twice.

-- Rebuild the timelines of the keys in this batch, in one step.
MERGE INTO `main`.`gold`.`dim_buyer` AS `t`
USING (
  WITH `source` AS (
    SELECT
      `s`.`buyer_no` AS `buyer_no`,
      `s`.`Full_Name` AS `full_name`,
      `s`.`town` AS `town`,
      `s`.`rating` AS `rating`,
      `s`.`joined_on` AS `joined_on`,
      CAST(`s`.`changed_at` AS TIMESTAMP) AS `_sequence`
    FROM `main`.`bronze`.`buyer` AS `s`
  ),
  `incoming` AS (
    SELECT
      `w`.`buyer_no`,
      `w`.`full_name`,
      `w`.`town`,
      `w`.`rating`,
      `w`.`joined_on`,
      `w`.`_version_time`
    FROM (
      SELECT
        `r`.`buyer_no`,
        `r`.`full_name`,
        `r`.`town`,
        `r`.`rating`,
        `r`.`joined_on`,
        `r`.`_sequence` AS `_version_time`,
        row_number() OVER (
          PARTITION BY `r`.`buyer_no`, `r`.`_sequence`
          ORDER BY `r`.`buyer_no`, `r`.`full_name`, `r`.`town`, `r`.`rating`, `r`.`joined_on`
        ) = 1 AS `_kept`
      FROM `source` AS `r`
      WHERE `r`.`_sequence` IS NOT NULL
    ) AS `w`
    WHERE `w`.`_kept`
  ),
  `affected` AS (
    SELECT DISTINCT `i`.`buyer_no`
    FROM `incoming` AS `i`
    UNION ALL
    SELECT `t`.`buyer_no`
    FROM `main`.`gold`.`dim_buyer` AS `t`
    LEFT ANTI JOIN `incoming` AS `i`
      ON `i`.`buyer_no` = `t`.`buyer_no`
    WHERE `t`.`is_current`
      AND `t`.`buyer_key` <> -1
      AND EXISTS (
        SELECT 1 AS `present`
        FROM `source` AS `r`
      )
  ),
  `stored` AS (
    SELECT
      `t`.`buyer_no`,
      `t`.`full_name`,
      `t`.`town`,
      `t`.`rating`,
      `t`.`joined_on`,
      `t`.`valid_from`,
      `t`.`valid_to`,
      `t`.`is_current`
    FROM `main`.`gold`.`dim_buyer` AS `t`
    LEFT SEMI JOIN `affected` AS `a`
      ON `a`.`buyer_no` = `t`.`buyer_no`
  ),
  `events` AS (
    SELECT
      `e`.`buyer_no`,
      `e`.`full_name`,
      `e`.`town`,
      `e`.`rating`,
      `e`.`joined_on`,
      `e`.`_version_time` AS `_version_time`,
      false AS `_is_gone`,
      1 AS `_rank`
    FROM `incoming` AS `e`
    UNION ALL
    SELECT
      `e`.`buyer_no`,
      `e`.`full_name`,
      `e`.`town`,
      `e`.`rating`,
      `e`.`joined_on`,
      `e`.`valid_from` AS `_version_time`,
      false AS `_is_gone`,
      2 AS `_rank`
    FROM `stored` AS `e`
    UNION ALL
    SELECT
      `e`.`buyer_no`,
      `e`.`full_name`,
      `e`.`town`,
      `e`.`rating`,
      `e`.`joined_on`,
      `e`.`valid_to` AS `_version_time`,
      true AS `_is_gone`,
      3 AS `_rank`
    FROM `stored` AS `e`
    WHERE `e`.`valid_to` < TIMESTAMP '9999-12-31 00:00:00'
    UNION ALL
    SELECT
      `e`.`buyer_no`,
      `e`.`full_name`,
      `e`.`town`,
      `e`.`rating`,
      `e`.`joined_on`,
      CAST(:batch_timestamp AS TIMESTAMP) AS `_version_time`,
      true AS `_is_gone`,
      4 AS `_rank`
    FROM (
      SELECT
        `t`.`buyer_no`,
        `t`.`full_name`,
        `t`.`town`,
        `t`.`rating`,
        `t`.`joined_on`
      FROM `main`.`gold`.`dim_buyer` AS `t`
      LEFT ANTI JOIN `incoming` AS `i`
        ON `i`.`buyer_no` = `t`.`buyer_no`
      WHERE `t`.`is_current`
        AND `t`.`buyer_key` <> -1
        AND EXISTS (
          SELECT 1 AS `present`
          FROM `source` AS `r`
        )
    ) AS `e`
  ),
  `moments` AS (
    SELECT
      `w`.`buyer_no`,
      `w`.`full_name`,
      `w`.`town`,
      `w`.`rating`,
      `w`.`joined_on`,
      `w`.`_version_time`,
      `w`.`_is_gone`
    FROM (
      SELECT
        `e`.`buyer_no`,
        `e`.`full_name`,
        `e`.`town`,
        `e`.`rating`,
        `e`.`joined_on`,
        `e`.`_version_time`,
        `e`.`_is_gone`,
        row_number() OVER (PARTITION BY `e`.`buyer_no`, `e`.`_version_time` ORDER BY `e`.`_rank`) = 1 AS `_kept`
      FROM `events` AS `e`
    ) AS `w`
    WHERE `w`.`_kept`
  ),
  `states` AS (
    SELECT
      `w`.`buyer_no`,
      `w`.`full_name`,
      `w`.`town`,
      `w`.`rating`,
      `w`.`joined_on`,
      `w`.`_version_time`,
      `w`.`_is_gone`
    FROM (
      SELECT
        `m`.`buyer_no` AS `buyer_no`,
        first_value(`m`.`full_name`) OVER (
          PARTITION BY `m`.`buyer_no`
          ORDER BY `m`.`_is_gone`, `m`.`_version_time` DESC
        ) AS `full_name`,
        `m`.`town` AS `town`,
        `m`.`rating` AS `rating`,
        first_value(`m`.`joined_on`) OVER (
          PARTITION BY `m`.`buyer_no`
          ORDER BY `m`.`_is_gone`, `m`.`_version_time`
        ) AS `joined_on`,
        `m`.`_version_time`,
        `m`.`_is_gone`,
        lag(`m`.`_version_time`) OVER (PARTITION BY `m`.`buyer_no` ORDER BY `m`.`_version_time`) IS NULL
        OR NOT (lag(`m`.`_is_gone`) OVER (PARTITION BY `m`.`buyer_no` ORDER BY `m`.`_version_time`) <=> `m`.`_is_gone` AND lag(`m`.`town`) OVER (PARTITION BY `m`.`buyer_no` ORDER BY `m`.`_version_time`) <=> `m`.`town` AND lag(`m`.`rating`) OVER (PARTITION BY `m`.`buyer_no` ORDER BY `m`.`_version_time`) <=> `m`.`rating`) AS `_kept`
      FROM `moments` AS `m`
    ) AS `w`
    WHERE `w`.`_kept`
  ),
  `timeline` AS (
    SELECT
      `n`.`buyer_no`,
      `n`.`full_name`,
      `n`.`town`,
      `n`.`rating`,
      `n`.`joined_on`,
      `n`.`_version_time` AS `valid_from`,
      coalesce(`n`.`_next_time`, TIMESTAMP '9999-12-31 00:00:00') AS `valid_to`,
      `n`.`_next_time` IS NULL AS `is_current`
    FROM (
      SELECT
        `s`.`buyer_no`,
        `s`.`full_name`,
        `s`.`town`,
        `s`.`rating`,
        `s`.`joined_on`,
        `s`.`_version_time`,
        `s`.`_is_gone`,
        lead(`s`.`_version_time`) OVER (PARTITION BY `s`.`buyer_no` ORDER BY `s`.`_version_time`) AS `_next_time`
      FROM `states` AS `s`
    ) AS `n`
    WHERE NOT `n`.`_is_gone`
  )
  SELECT
    'keep' AS `merge_action`,
    `v`.`buyer_no`,
    `v`.`full_name`,
    `v`.`town`,
    `v`.`rating`,
    `v`.`joined_on`,
    `v`.`valid_from`,
    `v`.`valid_to`,
    `v`.`is_current`
  FROM `timeline` AS `v`
  UNION ALL
  SELECT
    'remove' AS `merge_action`,
    `t`.`buyer_no`,
    `t`.`full_name`,
    `t`.`town`,
    `t`.`rating`,
    `t`.`joined_on`,
    `t`.`valid_from`,
    `t`.`valid_to`,
    `t`.`is_current`
  FROM `stored` AS `t`
  LEFT ANTI JOIN `timeline` AS `v`
    ON `v`.`buyer_no` = `t`.`buyer_no`
      AND `v`.`valid_from` = `t`.`valid_from`
) AS `s`
ON `t`.`buyer_no` = `s`.`buyer_no`
  AND `t`.`valid_from` = `s`.`valid_from`
WHEN MATCHED AND `s`.`merge_action` = 'remove' THEN DELETE
WHEN MATCHED AND NOT (
    `t`.`town` <=> `s`.`town`
    AND `t`.`rating` <=> `s`.`rating`
    AND `t`.`full_name` <=> `s`.`full_name`
    AND `t`.`joined_on` <=> `s`.`joined_on`
    AND `t`.`valid_to` <=> `s`.`valid_to`
    AND `t`.`is_current` <=> `s`.`is_current`
  ) THEN UPDATE SET
  `town` = `s`.`town`,
  `rating` = `s`.`rating`,
  `full_name` = `s`.`full_name`,
  `joined_on` = `s`.`joined_on`,
  `valid_to` = `s`.`valid_to`,
  `is_current` = `s`.`is_current`
WHEN NOT MATCHED AND `s`.`merge_action` = 'keep' THEN INSERT (
  `buyer_key`,
  `buyer_no`,
  `full_name`,
  `town`,
  `rating`,
  `joined_on`,
  `valid_from`,
  `valid_to`,
  `is_current`
) VALUES (
  xxhash64(`s`.`buyer_no`, `s`.`valid_from`),
  `s`.`buyer_no`,
  `s`.`full_name`,
  `s`.`town`,
  `s`.`rating`,
  `s`.`joined_on`,
  `s`.`valid_from`,
  `s`.`valid_to`,
  `s`.`is_current`
);

-- ==== etl/03_fact_bill_line.sql
-- Load of fact_bill_line.
-- Pattern fact.transaction.
-- Reads shop.bill_line by FACT_MERGE; place 2 in the load order.
-- Takes :batch_timestamp, one value for all loads of a run, such as 2026-01-31 00:00:00.
-- Safe to run again with the same batch: nothing is added twice.

-- Add rows that are new at the grain and overwrite what was corrected.
MERGE INTO `main`.`gold`.`fact_bill_line` AS `t`
USING (
  WITH `source` AS (
    SELECT
      coalesce(CAST(date_format(`b`.`billed_at`, 'yyyyMMdd') AS INT), -1) AS `billed_date_key`,
      coalesce(`lookup_1`.`buyer_key`, -1) AS `buyer_key`,
      coalesce(`lookup_2`.`article_key`, -1) AS `article_key`,
      `l`.`bill_no` AS `bill_no`,
      `l`.`line_no` AS `line_no`,
      `l`.`pieces` AS `pieces`,
      CAST(`l`.`pieces` * `l`.`price` * (1 - `l`.`rebate`) AS DECIMAL(18,2)) AS `revenue`,
      CAST(:batch_timestamp AS TIMESTAMP) AS `load_date`
    FROM `main`.`bronze`.`bill_line` AS `l`
    INNER JOIN `main`.`bronze`.`bill` AS `b`
      ON `l`.`bill_no` = `b`.`bill_no`
    LEFT JOIN (
      SELECT
        `d`.`buyer_key`,
        `d`.`buyer_no`,
        `d`.`valid_to`,
        CASE
          WHEN row_number() OVER (PARTITION BY `d`.`buyer_no` ORDER BY `d`.`valid_from`) = 1 THEN TIMESTAMP '1900-01-01 00:00:00'
          ELSE `d`.`valid_from`
        END AS `valid_from`
      FROM `main`.`gold`.`dim_buyer` AS `d`
    ) AS `lookup_1`
      ON `lookup_1`.`buyer_no` = `b`.`buyer_no`
        AND `lookup_1`.`valid_from` <= coalesce(`b`.`billed_at`, CAST(:batch_timestamp AS TIMESTAMP))
        AND `lookup_1`.`valid_to` > coalesce(`b`.`billed_at`, CAST(:batch_timestamp AS TIMESTAMP))
    LEFT JOIN `main`.`gold`.`dim_article` AS `lookup_2`
      ON `lookup_2`.`code` = `l`.`code`
  )
  SELECT
    `w`.`billed_date_key`,
    `w`.`buyer_key`,
    `w`.`article_key`,
    `w`.`bill_no`,
    `w`.`line_no`,
    `w`.`pieces`,
    `w`.`revenue`,
    `w`.`load_date`
  FROM (
    SELECT
      `r`.`billed_date_key`,
      `r`.`buyer_key`,
      `r`.`article_key`,
      `r`.`bill_no`,
      `r`.`line_no`,
      `r`.`pieces`,
      `r`.`revenue`,
      `r`.`load_date`,
      row_number() OVER (
        PARTITION BY `r`.`bill_no`, `r`.`line_no`
        ORDER BY `r`.`billed_date_key`, `r`.`buyer_key`, `r`.`article_key`, `r`.`pieces`, `r`.`revenue`
      ) = 1 AS `_kept`
    FROM `source` AS `r`
  ) AS `w`
  WHERE `w`.`_kept`
) AS `s`
ON `t`.`bill_no` = `s`.`bill_no`
  AND `t`.`line_no` = `s`.`line_no`
WHEN MATCHED AND NOT (
    `t`.`billed_date_key` <=> `s`.`billed_date_key`
    AND `t`.`buyer_key` <=> `s`.`buyer_key`
    AND `t`.`article_key` <=> `s`.`article_key`
    AND `t`.`pieces` <=> `s`.`pieces`
    AND `t`.`revenue` <=> `s`.`revenue`
  ) THEN UPDATE SET
  `billed_date_key` = `s`.`billed_date_key`,
  `buyer_key` = `s`.`buyer_key`,
  `article_key` = `s`.`article_key`,
  `pieces` = `s`.`pieces`,
  `revenue` = `s`.`revenue`,
  `load_date` = `s`.`load_date`
WHEN NOT MATCHED THEN INSERT (
  `billed_date_key`,
  `buyer_key`,
  `article_key`,
  `bill_no`,
  `line_no`,
  `pieces`,
  `revenue`,
  `load_date`
) VALUES (
  `s`.`billed_date_key`,
  `s`.`buyer_key`,
  `s`.`article_key`,
  `s`.`bill_no`,
  `s`.`line_no`,
  `s`.`pieces`,
  `s`.`revenue`,
  `s`.`load_date`
);

-- ==== test/01_dim_date.sql
-- Tests of dim_date.
-- Pattern dim.date.
-- Reads only. Each query answers the rows that should not be; no rows means passed.

-- T-UNQ
-- No two rows have the same date_key.
SELECT
  `t`.`date_key`,
  count(*) AS `row_count`
FROM `main`.`gold`.`dim_date` AS `t`
GROUP BY `t`.`date_key`
HAVING count(*) > 1;

-- T-UNQ
-- No two rows have the same date.
SELECT
  `t`.`date`,
  count(*) AS `row_count`
FROM `main`.`gold`.`dim_date` AS `t`
GROUP BY `t`.`date`
HAVING count(*) > 1;

-- T-NN
-- No mandatory column is NULL.
SELECT `t`.`date_key`
FROM `main`.`gold`.`dim_date` AS `t`
WHERE `t`.`date_key` IS NULL;

-- T-GHOST
-- Every row that stands for a missing member is there once.
SELECT
  `e`.`expected_key`,
  count(`t`.`date_key`) AS `row_count`
FROM (
  SELECT -1 AS `expected_key`
) AS `e`
LEFT JOIN `main`.`gold`.`dim_date` AS `t`
  ON `t`.`date_key` = `e`.`expected_key`
GROUP BY `e`.`expected_key`
HAVING count(`t`.`date_key`) <> 1;

-- T-RECON
-- No day of the calendar is missing.
SELECT `d`.`day`
FROM (
  SELECT explode(sequence(DATE '2025-12-01', DATE '2026-03-31')) AS `day`
) AS `d`
LEFT ANTI JOIN `main`.`gold`.`dim_date` AS `t`
  ON `t`.`date_key` = CAST(date_format(`d`.`day`, 'yyyyMMdd') AS INT);

-- ==== test/02_dim_article.sql
-- Tests of dim_article.
-- Pattern dim.scd1.
-- Reads only. Each query answers the rows that should not be; no rows means passed.

-- T-UNQ
-- No two rows have the same article_key.
SELECT
  `t`.`article_key`,
  count(*) AS `row_count`
FROM `main`.`gold`.`dim_article` AS `t`
GROUP BY `t`.`article_key`
HAVING count(*) > 1;

-- T-UNQ
-- No two rows have the same code.
SELECT
  `t`.`code`,
  count(*) AS `row_count`
FROM `main`.`gold`.`dim_article` AS `t`
GROUP BY `t`.`code`
HAVING count(*) > 1;

-- T-NN
-- No mandatory column is NULL.
SELECT
  `t`.`article_key`,
  `t`.`code`
FROM `main`.`gold`.`dim_article` AS `t`
WHERE `t`.`article_key` IS NULL OR `t`.`code` IS NULL;

-- T-GHOST
-- Every row that stands for a missing member is there once.
SELECT
  `e`.`expected_key`,
  count(`t`.`article_key`) AS `row_count`
FROM (
  SELECT -1 AS `expected_key`
) AS `e`
LEFT JOIN `main`.`gold`.`dim_article` AS `t`
  ON `t`.`article_key` = `e`.`expected_key`
GROUP BY `e`.`expected_key`
HAVING count(`t`.`article_key`) <> 1;

-- T-RECON
-- Every key that shop.article delivers is in dim_article.
SELECT DISTINCT `s`.`code`
FROM (
  SELECT `s`.`code` AS `code`
  FROM `main`.`bronze`.`article` AS `s`
) AS `s`
LEFT ANTI JOIN `main`.`gold`.`dim_article` AS `t`
  ON `t`.`code` = `s`.`code`;

-- ==== test/03_dim_buyer.sql
-- Tests of dim_buyer.
-- Pattern dim.scd2.
-- Reads only. Each query answers the rows that should not be; no rows means passed.

-- T-UNQ
-- No two rows have the same buyer_key.
SELECT
  `t`.`buyer_key`,
  count(*) AS `row_count`
FROM `main`.`gold`.`dim_buyer` AS `t`
GROUP BY `t`.`buyer_key`
HAVING count(*) > 1;

-- T-UNQ
-- No two rows have the same buyer_no, valid_from.
SELECT
  `t`.`buyer_no`,
  `t`.`valid_from`,
  count(*) AS `row_count`
FROM `main`.`gold`.`dim_buyer` AS `t`
GROUP BY `t`.`buyer_no`, `t`.`valid_from`
HAVING count(*) > 1;

-- T-NN
-- No mandatory column is NULL.
SELECT
  `t`.`buyer_key`,
  `t`.`buyer_no`,
  `t`.`valid_from`,
  `t`.`valid_to`,
  `t`.`is_current`
FROM `main`.`gold`.`dim_buyer` AS `t`
WHERE `t`.`buyer_key` IS NULL
  OR `t`.`buyer_no` IS NULL
  OR `t`.`valid_from` IS NULL
  OR `t`.`valid_to` IS NULL
  OR `t`.`is_current` IS NULL;

-- T-CUR
-- At most one version of each buyer_no is current.
SELECT
  `t`.`buyer_no`,
  sum(CASE WHEN `t`.`is_current` THEN 1 ELSE 0 END) AS `current_versions`
FROM `main`.`gold`.`dim_buyer` AS `t`
GROUP BY `t`.`buyer_no`
HAVING sum(CASE WHEN `t`.`is_current` THEN 1 ELSE 0 END) > 1;

-- T-OVL
-- No version overlaps the next.
SELECT
  `v`.`buyer_no`,
  `v`.`valid_from`,
  `v`.`valid_to`,
  `v`.`next_valid_from`
FROM (
  SELECT
    `t`.`buyer_no`,
    `t`.`valid_from`,
    `t`.`valid_to`,
    lead(`t`.`valid_from`) OVER (PARTITION BY `t`.`buyer_no` ORDER BY `t`.`valid_from`) AS `next_valid_from`
  FROM `main`.`gold`.`dim_buyer` AS `t`
) AS `v`
WHERE `v`.`next_valid_from` < `v`.`valid_to` OR `v`.`valid_from` >= `v`.`valid_to`;

-- T-GHOST
-- Every row that stands for a missing member is there once.
SELECT
  `e`.`expected_key`,
  count(`t`.`buyer_key`) AS `row_count`
FROM (
  SELECT -1 AS `expected_key`
) AS `e`
LEFT JOIN `main`.`gold`.`dim_buyer` AS `t`
  ON `t`.`buyer_key` = `e`.`expected_key`
GROUP BY `e`.`expected_key`
HAVING count(`t`.`buyer_key`) <> 1;

-- T-RECON
-- Every key that shop.buyer delivers is in dim_buyer.
SELECT DISTINCT `s`.`buyer_no`
FROM (
  SELECT `s`.`buyer_no` AS `buyer_no`
  FROM `main`.`bronze`.`buyer` AS `s`
) AS `s`
LEFT ANTI JOIN `main`.`gold`.`dim_buyer` AS `t`
  ON `t`.`buyer_no` = `s`.`buyer_no`;

-- ==== test/04_fact_bill_line.sql
-- Tests of fact_bill_line.
-- Pattern fact.transaction.
-- Takes :batch_timestamp, one value for all loads of a run, such as 2026-01-31 00:00:00.
-- Reads only. Each query answers the rows that should not be; no rows means passed.

-- T-UNQ
-- No two rows have the same bill_no, line_no.
SELECT
  `t`.`bill_no`,
  `t`.`line_no`,
  count(*) AS `row_count`
FROM `main`.`gold`.`fact_bill_line` AS `t`
GROUP BY `t`.`bill_no`, `t`.`line_no`
HAVING count(*) > 1;

-- T-NN
-- No mandatory column is NULL.
SELECT
  `t`.`bill_no`,
  `t`.`line_no`,
  `t`.`billed_date_key`,
  `t`.`buyer_key`,
  `t`.`article_key`,
  `t`.`load_date`
FROM `main`.`gold`.`fact_bill_line` AS `t`
WHERE `t`.`bill_no` IS NULL
  OR `t`.`line_no` IS NULL
  OR `t`.`billed_date_key` IS NULL
  OR `t`.`buyer_key` IS NULL
  OR `t`.`article_key` IS NULL
  OR `t`.`load_date` IS NULL;

-- T-REL
-- Every billed_date_key is in dim_date.
SELECT DISTINCT `c`.`billed_date_key`
FROM `main`.`gold`.`fact_bill_line` AS `c`
LEFT ANTI JOIN `main`.`gold`.`dim_date` AS `p`
  ON `p`.`date_key` = `c`.`billed_date_key`
WHERE `c`.`billed_date_key` IS NOT NULL;

-- T-REL
-- Every buyer_key is in dim_buyer.
SELECT DISTINCT `c`.`buyer_key`
FROM `main`.`gold`.`fact_bill_line` AS `c`
LEFT ANTI JOIN `main`.`gold`.`dim_buyer` AS `p`
  ON `p`.`buyer_key` = `c`.`buyer_key`
WHERE `c`.`buyer_key` IS NOT NULL;

-- T-REL
-- Every article_key is in dim_article.
SELECT DISTINCT `c`.`article_key`
FROM `main`.`gold`.`fact_bill_line` AS `c`
LEFT ANTI JOIN `main`.`gold`.`dim_article` AS `p`
  ON `p`.`article_key` = `c`.`article_key`
WHERE `c`.`article_key` IS NOT NULL;

-- T-RECON
-- The source has one row for each bill_no, line_no.
SELECT
  `s`.`bill_no`,
  `s`.`line_no`,
  count(DISTINCT
    xxhash64(
      `s`.`billed_date_key`,
      `s`.`buyer_key`,
      `s`.`article_key`,
      `s`.`bill_no`,
      `s`.`line_no`,
      `s`.`pieces`,
      `s`.`revenue`
    )
  ) AS `different_rows`
FROM (
  SELECT
    coalesce(CAST(date_format(`b`.`billed_at`, 'yyyyMMdd') AS INT), -1) AS `billed_date_key`,
    coalesce(`lookup_1`.`buyer_key`, -1) AS `buyer_key`,
    coalesce(`lookup_2`.`article_key`, -1) AS `article_key`,
    `l`.`bill_no` AS `bill_no`,
    `l`.`line_no` AS `line_no`,
    `l`.`pieces` AS `pieces`,
    CAST(`l`.`pieces` * `l`.`price` * (1 - `l`.`rebate`) AS DECIMAL(18,2)) AS `revenue`
  FROM `main`.`bronze`.`bill_line` AS `l`
  INNER JOIN `main`.`bronze`.`bill` AS `b`
    ON `l`.`bill_no` = `b`.`bill_no`
  LEFT JOIN (
    SELECT
      `d`.`buyer_key`,
      `d`.`buyer_no`,
      `d`.`valid_to`,
      CASE
        WHEN row_number() OVER (PARTITION BY `d`.`buyer_no` ORDER BY `d`.`valid_from`) = 1 THEN TIMESTAMP '1900-01-01 00:00:00'
        ELSE `d`.`valid_from`
      END AS `valid_from`
    FROM `main`.`gold`.`dim_buyer` AS `d`
  ) AS `lookup_1`
    ON `lookup_1`.`buyer_no` = `b`.`buyer_no`
      AND `lookup_1`.`valid_from` <= coalesce(`b`.`billed_at`, CAST(:batch_timestamp AS TIMESTAMP))
      AND `lookup_1`.`valid_to` > coalesce(`b`.`billed_at`, CAST(:batch_timestamp AS TIMESTAMP))
  LEFT JOIN `main`.`gold`.`dim_article` AS `lookup_2`
    ON `lookup_2`.`code` = `l`.`code`
) AS `s`
GROUP BY `s`.`bill_no`, `s`.`line_no`
HAVING count(DISTINCT
    xxhash64(
      `s`.`billed_date_key`,
      `s`.`buyer_key`,
      `s`.`article_key`,
      `s`.`bill_no`,
      `s`.`line_no`,
      `s`.`pieces`,
      `s`.`revenue`
    )
  ) > 1;

-- T-RECON
-- Rows and sums of additive measures equal those of the source.
WITH `source` AS (
  SELECT
    coalesce(CAST(date_format(`b`.`billed_at`, 'yyyyMMdd') AS INT), -1) AS `billed_date_key`,
    coalesce(`lookup_1`.`buyer_key`, -1) AS `buyer_key`,
    coalesce(`lookup_2`.`article_key`, -1) AS `article_key`,
    `l`.`bill_no` AS `bill_no`,
    `l`.`line_no` AS `line_no`,
    `l`.`pieces` AS `pieces`,
    CAST(`l`.`pieces` * `l`.`price` * (1 - `l`.`rebate`) AS DECIMAL(18,2)) AS `revenue`,
    CAST(:batch_timestamp AS TIMESTAMP) AS `load_date`
  FROM `main`.`bronze`.`bill_line` AS `l`
  INNER JOIN `main`.`bronze`.`bill` AS `b`
    ON `l`.`bill_no` = `b`.`bill_no`
  LEFT JOIN (
    SELECT
      `d`.`buyer_key`,
      `d`.`buyer_no`,
      `d`.`valid_to`,
      CASE
        WHEN row_number() OVER (PARTITION BY `d`.`buyer_no` ORDER BY `d`.`valid_from`) = 1 THEN TIMESTAMP '1900-01-01 00:00:00'
        ELSE `d`.`valid_from`
      END AS `valid_from`
    FROM `main`.`gold`.`dim_buyer` AS `d`
  ) AS `lookup_1`
    ON `lookup_1`.`buyer_no` = `b`.`buyer_no`
      AND `lookup_1`.`valid_from` <= coalesce(`b`.`billed_at`, CAST(:batch_timestamp AS TIMESTAMP))
      AND `lookup_1`.`valid_to` > coalesce(`b`.`billed_at`, CAST(:batch_timestamp AS TIMESTAMP))
  LEFT JOIN `main`.`gold`.`dim_article` AS `lookup_2`
    ON `lookup_2`.`code` = `l`.`code`
),
`delivered` AS (
  SELECT
    `w`.`billed_date_key`,
    `w`.`buyer_key`,
    `w`.`article_key`,
    `w`.`bill_no`,
    `w`.`line_no`,
    `w`.`pieces`,
    `w`.`revenue`,
    `w`.`load_date`
  FROM (
    SELECT
      `r`.`billed_date_key`,
      `r`.`buyer_key`,
      `r`.`article_key`,
      `r`.`bill_no`,
      `r`.`line_no`,
      `r`.`pieces`,
      `r`.`revenue`,
      `r`.`load_date`,
      row_number() OVER (
        PARTITION BY `r`.`bill_no`, `r`.`line_no`
        ORDER BY `r`.`billed_date_key`, `r`.`buyer_key`, `r`.`article_key`, `r`.`pieces`, `r`.`revenue`
      ) = 1 AS `_kept`
    FROM `source` AS `r`
  ) AS `w`
  WHERE `w`.`_kept`
),
`expected` AS (
  SELECT
    count(*) AS `row_count`,
    sum(`s`.`pieces`) AS `pieces`,
    sum(`s`.`revenue`) AS `revenue`
  FROM `delivered` AS `s`
),
`found` AS (
  SELECT
    count(*) AS `row_count`,
    sum(`t`.`pieces`) AS `pieces`,
    sum(`t`.`revenue`) AS `revenue`
  FROM `main`.`gold`.`fact_bill_line` AS `t`
  LEFT SEMI JOIN `delivered` AS `s`
    ON `s`.`bill_no` <=> `t`.`bill_no`
      AND `s`.`line_no` <=> `t`.`line_no`
)
SELECT
  `e`.`row_count` AS `expected_row_count`,
  `f`.`row_count` AS `found_row_count`,
  `e`.`pieces` AS `expected_pieces`,
  `f`.`pieces` AS `found_pieces`,
  `e`.`revenue` AS `expected_revenue`,
  `f`.`revenue` AS `found_revenue`
FROM `expected` AS `e`
CROSS JOIN `found` AS `f`
WHERE NOT (
    `e`.`row_count` <=> `f`.`row_count`
    AND `e`.`pieces` <=> `f`.`pieces`
    AND `e`.`revenue` <=> `f`.`revenue`
  );
