package io.lakewright.databricks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lakewright.core.ProblemException;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkspaceTest {

    private RecordedWorkspace recorded;

    @BeforeEach
    void start() throws IOException {
        recorded = new RecordedWorkspace();
    }

    @AfterEach
    void stop() {
        recorded.close();
    }

    @Test
    void readsCatalogsAndSchemasPageByPage() {
        Workspace workspace = connect(new WorkspaceCredentials.Token(RecordedWorkspace.TOKEN));

        assertThat(workspace.catalogs()).containsExactly("main", "system");
        assertThat(workspace.schemas("main")).containsExactly("sales", "secret");
    }

    @Test
    void readsTablesPastAnEmptyPage() {
        List<LakeTable> tables =
                connect(new WorkspaceCredentials.Token(RecordedWorkspace.TOKEN)).tables("main", "sales");
        LakeTable orders = tables.stream()
                .filter(table -> table.name().equals("orders"))
                .findFirst()
                .orElseThrow();

        assertThat(tables).extracting(LakeTable::name).containsExactly("customers", "orders", "orders_view");
        assertThat(orders.columns())
                .extracting(column -> column.name() + " " + column.type() + " " + column.nullable())
                .containsExactly(
                        "order_id bigint false",
                        "customer_id bigint false",
                        "amount decimal(12,2) true",
                        "tags array<string> true",
                        "payload struct<a:int,b:string> true",
                        "at timestamp true");
        assertThat(orders.comment()).contains("Orders of the shop");
        assertThat(orders.rowCount()).contains(1200L);
        assertThat(orders.sizeInBytes()).contains(88000L);
        assertThat(orders.properties()).containsEntry("delta.minReaderVersion", "3");
    }

    @Test
    void readsTheKeysOfOneTable() {
        Workspace workspace = connect(new WorkspaceCredentials.Token(RecordedWorkspace.TOKEN));

        assertThat(workspace.table("main", "sales", "orders").keys())
                .containsExactly(
                        new LakeKey.Primary(List.of("order_id")),
                        new LakeKey.Foreign(
                                List.of("customer_id"), List.of("main", "sales", "customers"), List.of("customer_id")));
    }

    @Test
    void readsAllKeysOfACatalogThroughAWarehouse() {
        List<InformationSchema.OwnedKey> keys = connect(new WorkspaceCredentials.Token(RecordedWorkspace.TOKEN))
                .informationSchema("abc1")
                .keys("main");

        assertThat(keys)
                .containsExactly(
                        new InformationSchema.OwnedKey(
                                "sales", "customers", new LakeKey.Primary(List.of("customer_id")), true),
                        new InformationSchema.OwnedKey(
                                "sales", "customers", new LakeKey.Unique(List.of("email")), true),
                        new InformationSchema.OwnedKey(
                                "sales",
                                "orders",
                                new LakeKey.Foreign(
                                        List.of("customer_id"),
                                        List.of("main", "sales", "customers"),
                                        List.of("customer_id")),
                                true),
                        new InformationSchema.OwnedKey(
                                "sales",
                                "orders",
                                new LakeKey.Foreign(
                                        List.of("amount"), List.of("null", "null", "null"), List.of("null")),
                                false),
                        new InformationSchema.OwnedKey(
                                "sales", "orders", new LakeKey.Primary(List.of("order_id")), true));
        assertThat(recorded.statements)
                .singleElement()
                .asString()
                .contains("\"warehouse_id\":\"abc1\"", "\"catalog\":\"main\"", "\"disposition\":\"INLINE\"");
    }

    @Test
    void exchangesTheSecretOfAServicePrincipal() {
        Workspace workspace =
                connect(new WorkspaceCredentials.OAuthClient(RecordedWorkspace.CLIENT, RecordedWorkspace.SECRET));

        assertThat(workspace.schemas("main")).contains("sales");
        assertThat(recorded.requests).contains("POST /oidc/v1/token");
    }

    @Test
    void saysInOneSentenceWhyNothingWasRead() {
        expect(
                "LW-2302",
                () -> connect(new WorkspaceCredentials.Token("dapi-wrong")).schemas("main"));
        expect(
                "LW-2302",
                () -> connect(new WorkspaceCredentials.OAuthClient("x", "wrong-secret"))
                        .schemas("main"));
        Workspace workspace = connect(new WorkspaceCredentials.Token(RecordedWorkspace.TOKEN));
        expect("LW-2303", () -> workspace.tables("main", "secret"));
        expect("LW-2304", () -> workspace.schemas("gone"));
        recorded.answer(
                "POST /api/2.0/sql/statements",
                200,
                "{\"statement_id\":\"1\",\"status\":{\"state\":\"FAILED\",\"error\":{\"error_code\":\"BAD_REQUEST\",\"message\":\"x\"}}}");
        expect("LW-2306", () -> workspace.informationSchema("w").keys("main"));
        recorded.close();
        expect("LW-2301", () -> workspace.schemas("main"));
    }

    @Test
    void followsNoRedirectAndAsksNoOtherHost() throws IOException {
        try (RecordedWorkspace other = new RecordedWorkspace()) {
            BoundedHttp http = new BoundedHttp("http://" + recorded.host(), java.time.Duration.ofSeconds(5));

            assertThatThrownBy(() -> http.execute(new com.databricks.sdk.core.http.Request(
                            "GET", "http://" + other.host() + "/api/2.1/unity-catalog/catalogs")))
                    .isInstanceOf(IOException.class);
            assertThat(other.requests).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "databricks://evil.example/main",
                "databricks://x.cloud.databricks.com.evil.example/main",
                "databricks://user:pw@x.cloud.databricks.com/main",
                "databricks://x.cloud.databricks.com:8443/main",
                "databricks://x.cloud.databricks.com",
                "databricks://x.cloud.databricks.com/",
                "databricks://x.cloud.databricks.com/a/b",
                "databricks://x.cloud.databricks.com/main?warehouse=a%20b",
                "databricks://x.cloud.databricks.com/main?token=1",
                "databricks://10.0.0.1/main",
                "databricks://.cloud.databricks.com/main",
                "databricks:///main"
            })
    void takesNoOtherAddress(String address) {
        assertThatThrownBy(() -> WorkspaceAddress.parse(address))
                .hasMessageContaining("LW-2300")
                .hasMessageNotContaining("pw");
    }

    @Test
    void takesAddressesOfEveryCloud() {
        assertThat(WorkspaceAddress.parse("databricks://dbc-1.cloud.databricks.com/main?warehouse=0a1b")
                        .host())
                .isEqualTo("https://dbc-1.cloud.databricks.com");
        assertThat(WorkspaceAddress.parse("databricks://adb-1.2.azuredatabricks.net/my%20catalog")
                        .catalog())
                .isEqualTo("my catalog");
        assertThat(WorkspaceAddress.parse("databricks://1.1.gcp.databricks.com/main")
                        .shown())
                .isEqualTo("databricks://1.1.gcp.databricks.com/main");
    }

    @Test
    void showsNoCredentials() {
        assertThat(new WorkspaceCredentials.Token("canary").toString()).doesNotContain("canary");
        assertThat(new WorkspaceCredentials.OAuthClient("a", "canary").toString())
                .doesNotContain("canary");
    }

    private Workspace connect(WorkspaceCredentials credentials) {
        return Workspace.connect(WorkspaceAddress.parse("databricks://" + recorded.host() + "/main"), credentials);
    }

    private static void expect(String code, Runnable call) {
        assertThatThrownBy(call::run)
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining(code)
                .hasMessageNotContaining("canary")
                .hasMessageNotContaining("wrong");
    }
}
