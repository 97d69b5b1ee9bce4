package io.lakewright.core.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakewright.core.type.LakeType;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonalDataTest {

    @ParameterizedTest
    @CsvSource({
        "customer, email, true",
        "customer, birth_date, true",
        "orders, ip_address, true",
        "payslip, salary, true",
        "customer, latitude, true",
        "store, latitude, false",
        "product, name, false",
        "employee, name, true",
        "customer, email_type, false",
        "product, first_sold, false",
        "account, api_token, true"
    })
    void tellsWhatSaysSomethingAboutAPerson(String table, String name, boolean personal) {
        Column column = Column.of(name, "text", LakeType.STRING, true);
        SourceTable source = new SourceTable(
                TableName.parse("shop." + table),
                List.of(column),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty());
        assertThat(PersonalData.reason(source, column).isPresent()).isEqualTo(personal);
    }
}
