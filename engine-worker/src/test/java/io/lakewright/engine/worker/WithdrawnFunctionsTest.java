package io.lakewright.engine.worker;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.spark.sql.catalyst.FunctionIdentifier;
import org.apache.spark.sql.catalyst.analysis.FunctionRegistry$;
import org.apache.spark.sql.catalyst.analysis.SimpleFunctionRegistry;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import scala.jdk.javaapi.CollectionConverters;

/** An expression that slips past the gate as text must find no function that calls Java (threat 42). */
@Tag("slow")
class WithdrawnFunctionsTest {

    @Test
    void noFunctionOfTheProcessCallsAMethodByItsName() {
        SimpleFunctionRegistry registry = FunctionRegistry$.MODULE$.builtin();
        WithdrawnFunctions.withdraw();

        assertThat(CollectionConverters.asJava(registry.listFunction()))
                .hasSizeGreaterThan(300)
                .extracting(FunctionIdentifier::funcName)
                .doesNotContainAnyElementsOf(WithdrawnFunctions.NAMES)
                .contains("sha2", "coalesce");
        assertThat(CollectionConverters.asJava(registry.listFunction()))
                .extracting(function -> registry.lookupFunction(function).get().getClassName())
                .noneMatch(name -> name.contains("Reflect"));
    }
}
