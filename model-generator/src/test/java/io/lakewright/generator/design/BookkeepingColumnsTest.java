package io.lakewright.generator.design;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakewright.core.type.LakeType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BookkeepingColumnsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "last_update",
                "LastUpdated",
                "modifieddate",
                "ModifiedDate",
                "updated_at",
                "date_modified",
                "row_update_ts",
                "etl_load_date",
                "dwh_inserted_etl_at",
                "etl_timestamp",
                "_synced_at"
            })
    void knowsWhenARowWasLastTouched(String column) {
        assertThat(BookkeepingColumns.isMark(column, LakeType.TIMESTAMP)).isTrue();
        assertThat(BookkeepingColumns.isMark(column, LakeType.STRING)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"updated_by", "LastModifiedBy", "modified_by_user"})
    void knowsWhoTouchedItLast(String column) {
        assertThat(BookkeepingColumns.isMark(column, LakeType.STRING)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "price_changed_on",
                "status_update_date",
                "load",
                "change",
                "created_at",
                "birth_date",
                "last_date",
                "loading_date",
                "order_date"
            })
    void keepsDatesOfTheBusiness(String column) {
        assertThat(BookkeepingColumns.isMark(column, LakeType.TIMESTAMP)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rowguid", "RowVersion", "row_id", "etl_batch_id"})
    void knowsNumbersOfTheSourcesMachinery(String column) {
        assertThat(BookkeepingColumns.isRowMark(column)).isTrue();
        assertThat(BookkeepingColumns.isRowMark("order_" + column)).isFalse();
    }
}
