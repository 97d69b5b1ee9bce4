package io.lakewright.patterns;

import io.lakewright.core.model.ColumnRef;
import io.lakewright.core.model.ColumnRole;
import io.lakewright.core.model.DeleteHandling;
import io.lakewright.core.model.Hash;
import io.lakewright.core.model.HashProfile;
import io.lakewright.core.model.Keys;
import io.lakewright.core.model.Layer;
import io.lakewright.core.model.Load;
import io.lakewright.core.model.LoadStrategy;
import io.lakewright.core.model.ModelColumn;
import io.lakewright.core.model.Physical;
import io.lakewright.core.model.SurrogateKind;
import io.lakewright.core.model.TableCommon;
import io.lakewright.core.schema.Column;
import io.lakewright.core.schema.SourceTable;
import io.lakewright.core.schema.TableName;
import io.lakewright.core.type.LakeType;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the skeleton tables of patterns are made of: one source with placeholder columns, and the plainest parts. */
final class Skeleton {

    /** The name that becomes a hole of the template. */
    static final String ENTITY = "entity_name";

    static final TableName SOURCE = new TableName("source", ENTITY);
    static final ColumnRef KEY = new ColumnRef("s", "business_key");
    static final ColumnRef OTHER = new ColumnRef("s", "other_key");
    static final ColumnRef ATTRIBUTE = new ColumnRef("s", "attribute");

    private Skeleton() {}

    static SourceTable source() {
        return new SourceTable(
                SOURCE,
                List.of(
                        Column.of("business_key", "text", LakeType.STRING, false),
                        Column.of("other_key", "text", LakeType.STRING, false),
                        Column.of("attribute", "text", LakeType.STRING, true),
                        Column.of("measure", "numeric(18,2)", LakeType.decimal(18, 2), true)),
                List.of("business_key"),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    static ModelColumn column(String table, String name, LakeType type, boolean nullable, ColumnRole role) {
        return ModelColumn.technical(table, name, type, nullable, role, name.replace('_', ' '));
    }

    static Load load(
            String table, LoadStrategy strategy, int order, List<Load.LoadColumn> columns, List<Load.Lookup> lookups) {
        return new Load(
                "load_" + table,
                new Load.LoadFrom("s", SOURCE.text(), List.of(), List.of()),
                columns,
                lookups,
                Optional.of(SOURCE.text()),
                strategy,
                Optional.empty(),
                true,
                DeleteHandling.IGNORE,
                order);
    }

    static Hash hash(List<String> inputs) {
        return new Hash(HashProfile.H1, inputs, Optional.empty(), Optional.empty());
    }

    static TableCommon common(
            String id,
            String pattern,
            Layer layer,
            List<ModelColumn> columns,
            Keys keys,
            SurrogateKind surrogate,
            Load load,
            List<String> clustering) {
        return new TableCommon(
                id,
                id,
                pattern,
                layer,
                "Skeleton of pattern " + pattern,
                List.of(SOURCE),
                columns,
                keys,
                surrogate,
                List.of(load),
                new Physical(clustering, false, List.of(), Map.of()),
                List.of());
    }
}
