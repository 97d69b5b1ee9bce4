package io.lakewright.optimizer;

import io.lakewright.core.model.Calendar;
import io.lakewright.core.model.ColumnRole;
import io.lakewright.core.model.Conventions;
import io.lakewright.core.model.DataModel;
import io.lakewright.core.model.FactType;
import io.lakewright.core.model.Grain;
import io.lakewright.core.model.Hash;
import io.lakewright.core.model.HashProfile;
import io.lakewright.core.model.Keys;
import io.lakewright.core.model.Layer;
import io.lakewright.core.model.ModelColumn;
import io.lakewright.core.model.ModelForeignKey;
import io.lakewright.core.model.ModelSource;
import io.lakewright.core.model.ModelStyle;
import io.lakewright.core.model.Physical;
import io.lakewright.core.model.ScdType;
import io.lakewright.core.model.SurrogateKind;
import io.lakewright.core.model.TableCommon;
import io.lakewright.core.model.TableSpec;
import io.lakewright.core.schema.SourceTable;
import io.lakewright.core.schema.TableName;
import io.lakewright.core.type.LakeType;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Small models about a library's loans. */
public final class Models {

    private static final TableName SOURCE = TableName.parse("library.loan");
    private static final LakeType DATE_KEY = LakeType.INT;

    private Models() {}

    /** One table of each kind over a source of that many rows; empty when nobody counted. */
    public static DataModel ofEveryKind(Optional<Long> rows) {
        return model(
                rows, List.of(member(LakeType.STRING), calendar(), loan(), hub(LakeType.STRING), link(), satellite()));
    }

    public static DataModel model(Optional<Long> rows, List<TableSpec> tables) {
        SourceTable source =
                new SourceTable(SOURCE, List.of(), List.of(), List.of(), List.of(), rows, Optional.empty());
        return new DataModel(
                1,
                "library",
                ModelStyle.HYBRID,
                "",
                new ModelSource("w", "sha256:0", List.of(source), List.of()),
                Conventions.standard(),
                Map.of(),
                List.of(),
                List.of(),
                tables);
    }

    public static TableSpec member(LakeType keyType) {
        return new TableSpec.Dimension(
                common(
                        "dim_member",
                        Keys.primary(List.of("member_key")),
                        List.of(
                                column("member_key", LakeType.BIGINT, ColumnRole.SURROGATE_KEY),
                                column("card_number", keyType, ColumnRole.BUSINESS_KEY),
                                column("name", LakeType.STRING, ColumnRole.ATTRIBUTE))),
                List.of("card_number"),
                ScdType.ofNumber(1),
                Optional.empty(),
                List.of());
    }

    /** A dimension whose business key stands behind that many other columns. */
    public static TableSpec wide(int columnsBefore) {
        List<ModelColumn> columns = Stream.concat(
                        IntStream.range(0, columnsBefore)
                                .mapToObj(i -> column("a" + i, LakeType.STRING, ColumnRole.ATTRIBUTE)),
                        Stream.of(column("code", LakeType.STRING, ColumnRole.BUSINESS_KEY)))
                .toList();
        return new TableSpec.Dimension(
                common("dim_wide", Keys.primary(List.of("a0")), columns),
                List.of("code"),
                ScdType.ofNumber(1),
                Optional.empty(),
                List.of());
    }

    static TableSpec calendar() {
        return new TableSpec.DateDimension(
                common(
                        "dim_date",
                        Keys.primary(List.of("date_key")),
                        List.of(column("date_key", DATE_KEY, ColumnRole.SURROGATE_KEY))),
                List.of("date_key"),
                new Calendar(LocalDate.of(2020, 1, 1), LocalDate.of(2029, 12, 31)),
                List.of());
    }

    static TableSpec loan() {
        Keys keys = Keys.primary(List.of("loan_number"))
                .withForeign(List.of(
                        new ModelForeignKey(
                                List.of("member_key"), "dim_member", List.of("member_key"), Optional.empty()),
                        new ModelForeignKey(
                                List.of("lent_date_key"), "dim_date", List.of("date_key"), Optional.empty())));
        return new TableSpec.Fact(
                common(
                        "fact_loan",
                        keys,
                        List.of(
                                column("loan_number", LakeType.BIGINT, ColumnRole.DEGENERATE),
                                column("member_key", LakeType.BIGINT, ColumnRole.FOREIGN_KEY),
                                column("lent_date_key", DATE_KEY, ColumnRole.FOREIGN_KEY))),
                FactType.TRANSACTION,
                new Grain("one loan", List.of("loan_number")));
    }

    public static TableSpec hub(LakeType hashType) {
        return new TableSpec.Hub(
                common(
                        "hub_member",
                        Keys.primary(List.of("member_hk")),
                        List.of(
                                column("member_hk", hashType, ColumnRole.HASH_KEY),
                                column("card_number", LakeType.STRING, ColumnRole.BUSINESS_KEY))),
                List.of("card_number"),
                hash("card_number"));
    }

    static TableSpec link() {
        return new TableSpec.Link(
                common(
                        "link_member_book",
                        Keys.primary(List.of("member_book_hk")),
                        List.of(
                                column("member_book_hk", LakeType.STRING, ColumnRole.HASH_KEY),
                                column("member_hk", LakeType.STRING, ColumnRole.HASH_KEY))),
                List.of("hub_member"),
                hash("card_number"));
    }

    static TableSpec satellite() {
        return new TableSpec.Satellite(
                common(
                        "sat_member",
                        Keys.primary(List.of("member_hk", "load_date")),
                        List.of(
                                column("member_hk", LakeType.STRING, ColumnRole.HASH_KEY),
                                column("load_date", LakeType.TIMESTAMP, ColumnRole.LOAD_DATE),
                                column("name", LakeType.STRING, ColumnRole.ATTRIBUTE))),
                "hub_member",
                hash("name"));
    }

    private static Hash hash(String input) {
        return new Hash(HashProfile.H1, List.of(input), Optional.empty(), Optional.empty());
    }

    private static ModelColumn column(String name, LakeType type, ColumnRole role) {
        return ModelColumn.technical("t", name, type, false, role, "");
    }

    private static TableCommon common(String name, Keys keys, List<ModelColumn> columns) {
        return new TableCommon(
                name,
                name,
                "pattern",
                Layer.GOLD,
                "",
                name.equals("dim_date") ? List.of() : List.of(SOURCE),
                columns,
                keys,
                SurrogateKind.NONE,
                List.of(),
                Physical.none(),
                List.of());
    }
}
