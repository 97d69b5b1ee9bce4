package io.lakewright.engine.worker;

import java.util.List;
import org.apache.spark.sql.catalyst.FunctionIdentifier;
import org.apache.spark.sql.catalyst.analysis.FunctionRegistry$;
import org.apache.spark.sql.catalyst.analysis.SimpleFunctionRegistry;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Built-in functions that this process does not have (threat 42): those that call any static Java method, and those that
 * read a file whose path stands in an option.
 *
 * <p>The gate refuses them where it sees them. Withdrawn they are gone also where an expression is kept as text and is
 * only read later, such as a constraint or a generated column of a table.
 */
final class WithdrawnFunctions {

    static final List<String> NAMES = List.of("reflect", "java_method", "try_reflect", "from_xml", "schema_of_xml");

    private WithdrawnFunctions() {}

    /** To be called before the first Spark session: sessions copy the registry when they start. */
    static void withdraw() {
        SimpleFunctionRegistry registry = FunctionRegistry$.MODULE$.builtin();
        for (FunctionIdentifier function : List.copyOf(CollectionConverters.asJava(registry.listFunction()))) {
            if (NAMES.contains(function.funcName())) {
                registry.dropFunction(function);
            }
        }
    }
}
