package io.lakewright.analyzer.read.ddl;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakewright.analyzer.read.JsonFactsReader;
import io.lakewright.analyzer.read.JsonFactsWriter;
import io.lakewright.analyzer.read.SchemaReading;
import io.lakewright.core.schema.Column;
import io.lakewright.core.schema.ForeignKey;
import io.lakewright.core.schema.SourceTable;
import io.lakewright.core.schema.SourceView;
import io.lakewright.core.schema.TableName;
import io.lakewright.core.type.LakeType;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the script writers of the databases put out, with their noise. */
class DialectsTest {

    private static final String MYSQL = """
            -- MySQL dump 10.13  Distrib 8.4.3, for Linux (x86_64)
            /*!40101 SET @OLD_CHARACTER_SET_CLIENT=@@CHARACTER_SET_CLIENT */;
            CREATE DATABASE /*!32312 IF NOT EXISTS*/ `harbour` /*!40100 DEFAULT CHARACTER SET utf8mb4 */;
            USE `harbour`;
            DROP TABLE IF EXISTS `berth`;
            /*!50503 SET character_set_client = utf8mb4 */;
            CREATE TABLE `berth` (
              `id` smallint unsigned NOT NULL AUTO_INCREMENT,
              `code` char(4) NOT NULL DEFAULT '' COMMENT 'painted on the quay; "N" is north',
              `depth` decimal(4,1) unsigned DEFAULT NULL,
              `kind` enum('short','it''s long','PRIMARY KEY') NOT NULL,
              `open` tinyint(1) NOT NULL DEFAULT '1',
              `label` varchar(20) GENERATED ALWAYS AS (concat(`code`,_utf8mb4'-',`id`)) VIRTUAL,
              `changed` timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
              PRIMARY KEY (`id`),
              UNIQUE KEY `uq_code` (`code`(4)),
              KEY `idx_kind` (`kind`,`open` DESC),
              FULLTEXT KEY `ft` (`label`)
            ) ENGINE=InnoDB AUTO_INCREMENT=42 DEFAULT CHARSET=utf8mb4 COMMENT='Where ships lie';
            CREATE TABLE `call` (
              `berth_id` smallint unsigned NOT NULL,
              `arrived` datetime(6) NOT NULL,
              `tons` bigint unsigned,
              PRIMARY KEY (`berth_id`,`arrived`),
              CONSTRAINT `fk_berth` FOREIGN KEY (`berth_id`) REFERENCES `berth` (`id`) ON DELETE CASCADE
            ) ENGINE=InnoDB;
            DELIMITER ;;
            CREATE DEFINER=`root`@`localhost` TRIGGER t BEFORE INSERT ON `call` FOR EACH ROW BEGIN
              CREATE TABLE fake (x int); END ;;
            DELIMITER ;
            /*!50001 CREATE ALGORITHM=UNDEFINED DEFINER=`root`@`localhost` SQL SECURITY DEFINER VIEW `calls` AS select 1 */;
            ALTER TABLE `call` ADD COLUMN `pilot` int(11), ADD KEY `p` (`pilot`), MODIFY `tons` int(10) unsigned NOT NULL;
            """;

    private static final String SQL_SERVER = """
            USE [Clinic]
            GO
            SET ANSI_NULLS ON
            GO
            CREATE TABLE [dbo].[Patient](
            \t[PatientID] [int] IDENTITY(1,1) NOT NULL,
            \t[Insurance No] [nvarchar](20) COLLATE Latin1_General_CI_AS NOT NULL,
            \t[Born] [datetime2](7) NULL CONSTRAINT [DF_born] DEFAULT (getdate()),
            \t[Balance] [money] NULL,
            \t[Key] [uniqueidentifier] ROWGUIDCOL NOT NULL,
            \t[Years]  AS (datediff(year,[Born],getdate())),
             CONSTRAINT [PK_Patient] PRIMARY KEY CLUSTERED ([PatientID] ASC) WITH (PAD_INDEX = OFF) ON [PRIMARY],
             CONSTRAINT [UQ] UNIQUE NONCLUSTERED ([Insurance No] ASC)
            ) ON [PRIMARY]
            GO
            CREATE TABLE [care].[Visit]([VisitID] [bigint] NOT NULL PRIMARY KEY, [PatientID] [int] NOT NULL)
            CREATE TABLE [care].[Bill](
              [VisitID] [bigint] NOT NULL REFERENCES [care].[Visit],
              [Amount] [decimal](12, 2) NOT NULL)
            GO
            ALTER TABLE [care].[Visit]  WITH CHECK ADD  CONSTRAINT [FK_Visit_Patient] FOREIGN KEY([PatientID])
            REFERENCES [dbo].[Patient] ([PatientID])
            GO
            ALTER TABLE [care].[Visit] CHECK CONSTRAINT [FK_Visit_Patient]
            GO
            ALTER TABLE [dbo].[Patient] ADD  CONSTRAINT [DF_Balance]  DEFAULT ((0)) FOR [Balance]
            GO
            CREATE PROCEDURE [dbo].[Reset] AS BEGIN
              CREATE TABLE #x (a int);
              DROP TABLE [dbo].[Patient];
            END
            GO
            CREATE VIEW [dbo].[Old] AS SELECT 1 AS a
            GO
            EXEC sys.sp_addextendedproperty @name=N'MS_Description', @value=N'It''s a person' ,
              @level0type=N'SCHEMA',@level0name=N'dbo', @level1type=N'TABLE',@level1name=N'Patient'
            GO
            EXEC sp_addextendedproperty 'MS_Description', 'owed, in euro', 'SCHEMA', dbo, 'TABLE', Patient, 'COLUMN', Balance
            GO
            """;

    private static final String DATABRICKS = """
            CREATE OR REPLACE TABLE main.sales.customer (
              customer_key BIGINT GENERATED ALWAYS AS IDENTITY,
              `name` STRING NOT NULL COMMENT 'as printed; "quoted"',
              address STRUCT<street: STRING, geo: STRUCT<lat: DOUBLE, lon: DOUBLE>>,
              tags ARRAY<STRING>,
              extra MAP<STRING, ARRAY<INT>>,
              since TIMESTAMP_NTZ,
              CONSTRAINT pk PRIMARY KEY (customer_key) NOT ENFORCED RELY
            ) USING DELTA
            COMMENT "Who buys"
            CLUSTER BY (customer_key)
            TBLPROPERTIES ('delta.enableChangeDataFeed' = 'true');
            USE CATALOG main; USE SCHEMA sales;
            CREATE TABLE IF NOT EXISTS invoice (invoice_no INT, customer_key BIGINT, total DECIMAL(12,2)) PARTITIONED BY (invoice_no);
            ALTER TABLE invoice ADD CONSTRAINT pk_i PRIMARY KEY (invoice_no);
            ALTER TABLE main.sales.invoice ADD CONSTRAINT fk FOREIGN KEY (customer_key) REFERENCES main.sales.customer (customer_key);
            COMMENT ON TABLE invoice IS 'What was billed';
            OPTIMIZE invoice;
            """;

    @Test
    void readsADumpOfMySql() {
        assertThat(DdlDialect.of(MYSQL)).isEqualTo(DdlDialect.MYSQL);
        SchemaReading reading = DdlReader.read(MYSQL, "file", "x.sql");
        SourceTable berth = table(reading, "harbour.berth");
        SourceTable call = table(reading, "harbour.call");

        assertThat(reading.schema().tables()).hasSize(2);
        assertThat(reading.warnings()).isEmpty();
        assertThat(reading.schema().views())
                .extracting(view -> view.name().table())
                .containsExactly("calls");
        assertThat(berth.primaryKey()).containsExactly("id");
        assertThat(berth.unique()).containsExactly(List.of("code"));
        assertThat(berth.comment()).contains("Where ships lie");
        assertThat(types(berth))
                .containsExactly(
                        "smallint unsigned",
                        "char(4)",
                        "decimal(4,1) unsigned",
                        "enum('short','it''s long','PRIMARY KEY')",
                        "tinyint(1)",
                        "varchar(20)",
                        "timestamp");
        assertThat(column(berth, "id"))
                .returns(true, Column::identity)
                .returns(LakeType.INT, Column::lakeType)
                .returns(false, Column::nullable);
        assertThat(column(berth, "code").comment()).contains("painted on the quay; \"N\" is north");
        assertThat(column(berth, "depth").lakeType()).isEqualTo(LakeType.decimal(4, 1));
        assertThat(column(berth, "label").generated()).isTrue();
        assertThat(call.primaryKey()).containsExactly("berth_id", "arrived");
        assertThat(call.foreignKeys())
                .containsExactly(ForeignKey.declared(List.of("berth_id"), berth.name(), List.of("id")));
        assertThat(column(call, "tons"))
                .returns(LakeType.BIGINT, Column::lakeType)
                .returns(false, Column::nullable);
        assertThat(column(call, "arrived").lakeType()).isEqualTo(LakeType.of(LakeType.Base.TIMESTAMP_NTZ));
        assertThat(column(call, "pilot").lakeType()).isEqualTo(LakeType.INT);
    }

    @Test
    void readsAScriptOfSqlServer() {
        assertThat(DdlDialect.of(SQL_SERVER)).isEqualTo(DdlDialect.SQL_SERVER);
        SchemaReading reading = DdlReader.read(SQL_SERVER, "file", "x.sql");
        SourceTable patient = table(reading, "dbo.Patient");
        SourceTable visit = table(reading, "care.Visit");

        assertThat(reading.schema().tables()).hasSize(3);
        assertThat(reading.warnings()).isEmpty();
        assertThat(reading.schema().views())
                .extracting(view -> view.name().text())
                .containsExactly("dbo.Old");
        assertThat(patient.primaryKey()).containsExactly("PatientID");
        assertThat(patient.unique()).containsExactly(List.of("Insurance No"));
        assertThat(patient.comment()).contains("It's a person");
        assertThat(column(patient, "Balance").comment()).contains("owed, in euro");
        assertThat(column(patient, "Balance").lakeType()).isEqualTo(LakeType.decimal(19, 4));
        assertThat(column(patient, "PatientID").identity()).isTrue();
        assertThat(column(patient, "Years").generated()).isTrue();
        assertThat(types(patient))
                .containsExactly("int", "nvarchar(20)", "datetime2(7)", "money", "uniqueidentifier", "computed");
        assertThat(visit.foreignKeys())
                .containsExactly(ForeignKey.declared(List.of("PatientID"), patient.name(), List.of("PatientID")));
        assertThat(table(reading, "care.Bill").foreignKeys())
                .containsExactly(ForeignKey.declared(List.of("VisitID"), visit.name(), List.of("VisitID")));
        assertThat(column(table(reading, "care.Bill"), "Amount").lakeType()).isEqualTo(LakeType.decimal(12, 2));
    }

    @Test
    void readsAScriptOfDatabricks() {
        assertThat(DdlDialect.of(DATABRICKS)).isEqualTo(DdlDialect.DATABRICKS);
        SchemaReading reading = DdlReader.read(DATABRICKS, "file", "x.sql");
        SourceTable customer = table(reading, "sales.customer");
        SourceTable invoice = table(reading, "sales.invoice");

        assertThat(reading.warnings()).isEmpty();
        assertThat(types(customer))
                .containsExactly(
                        "bigint",
                        "string",
                        "struct<street:string,geo:struct<lat:double,lon:double>>",
                        "array<string>",
                        "map<string,array<int>>",
                        "timestamp_ntz");
        assertThat(customer.comment()).contains("Who buys");
        assertThat(column(customer, "name").comment()).contains("as printed; \"quoted\"");
        assertThat(column(customer, "customer_key").identity()).isTrue();
        assertThat(column(customer, "tags").lakeType()).isEqualTo(LakeType.array(LakeType.STRING));
        assertThat(customer.primaryKey()).containsExactly("customer_key");
        assertThat(invoice.primaryKey()).containsExactly("invoice_no");
        assertThat(invoice.comment()).contains("What was billed");
        assertThat(invoice.foreignKeys())
                .containsExactly(
                        ForeignKey.declared(List.of("customer_key"), customer.name(), List.of("customer_key")));
    }

    @Test
    void readsColumnsOfInheritedTablesAndSeveralAddedOnes() {
        SchemaReading reading = DdlReader.read("""
                CREATE TABLE vessel (id integer PRIMARY KEY, name text);
                CREATE TABLE ferry (cars integer, exclude boolean, key text) INHERITS (vessel);
                ALTER TABLE ferry ADD COLUMN decks integer, ADD COLUMN route text NOT NULL, ADD UNIQUE (route);
                CREATE VIEW v AS SELECT 1; CREATE OR REPLACE VIEW w AS SELECT 2;
                """, "x", "x.sql");
        SourceTable ferry = table(reading, "public.ferry");

        assertThat(ferry.columns())
                .extracting(Column::name)
                .containsExactly("id", "name", "cars", "exclude", "key", "decks", "route");
        assertThat(ferry.unique()).containsExactly(List.of("route"));
        assertThat(reading.warnings()).isEmpty();
        assertThat(reading.schema().views())
                .extracting(view -> view.name().table())
                .containsExactly("v", "w");
    }

    @Test
    void keepsTheLabelsOfEnumerations() {
        SchemaReading reading = DdlReader.read("""
                CREATE TYPE public."Tide" AS ENUM ('low', 'it''s high');
                CREATE DOMAIN public.known_tide AS public."Tide" NOT NULL;
                CREATE TABLE public.gauge (id integer PRIMARY KEY, tide public."Tide", tides public."Tide"[], kept public.known_tide);
                CREATE MATERIALIZED VIEW public.highest ("no", at) AS SELECT 1, 2 FROM gauge;
                """, "x", "x.sql");
        SourceTable gauge = table(reading, "public.gauge");

        assertThat(column(gauge, "tide").labels()).containsExactly("low", "it's high");
        assertThat(column(gauge, "tides").labels()).containsExactly("low", "it's high");
        assertThat(column(gauge, "tides").type()).isEqualTo("text[]");
        assertThat(column(gauge, "kept").labels()).containsExactly("low", "it's high");
        assertThat(column(gauge, "kept").nullable()).isFalse();
        assertThat(column(gauge, "id").labels()).isEmpty();
        assertThat(column(table(DdlReader.read(MYSQL, "file", "x.sql"), "harbour.berth"), "kind")
                        .labels())
                .containsExactly("short", "it's long", "PRIMARY KEY");
        assertThat(reading.schema().views())
                .containsExactly(new SourceView(
                        new TableName("public", "highest"), List.of("no", "at"), true, Optional.empty()));
        assertThat(JsonFactsReader.read(JsonFactsWriter.write(reading.schema()), "again")
                        .schema())
                .as("schema facts hold all of it")
                .isEqualTo(reading.schema());
    }

    private static SourceTable table(SchemaReading reading, String name) {
        Optional<SourceTable> found = reading.schema().named(name).stream().findFirst();
        assertThat(found).as("%s of %s", name, reading).isPresent();
        return found.orElseThrow();
    }

    private static Column column(SourceTable table, String name) {
        return table.column(name).orElseThrow();
    }

    private static List<String> types(SourceTable table) {
        return table.columns().stream().map(Column::type).toList();
    }
}
