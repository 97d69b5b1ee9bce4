package io.lakewright.generator.server;

import io.lakewright.core.Problem;
import io.lakewright.core.document.ModelDocuments;
import io.lakewright.core.model.DataModel;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Models that this server made lately, by their references. Safe for concurrent use; bounded. */
final class Models {

    private static final int KEPT = 64;

    private final Map<String, DataModel> kept = new LinkedHashMap<>(KEPT, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, DataModel> eldest) {
            return size() > KEPT;
        }
    };

    /** Keeps the model and answers its reference. */
    String keep(DataModel model) {
        String reference = ModelDocuments.reference(model);
        synchronized (kept) {
            kept.put(reference, model);
        }
        return reference;
    }

    /**
     * The model of an argument.
     *
     * @throws io.lakewright.core.ProblemException LW-1853 when a reference is not known here
     */
    DataModel read(JsonNode argument) {
        String reference = argument.path("model_ref").asString("");
        boolean onlyReference = !reference.isEmpty() && !argument.has("tables") && !argument.has("model");
        if (!onlyReference) {
            return ModelDocuments.fromTree(argument);
        }
        DataModel known;
        synchronized (kept) {
            known = kept.get(reference);
        }
        if (known == null) {
            throw Problem.notFound(
                            "LW-1853",
                            "The model " + reference + " is not known here.",
                            "Send the model itself, or make it again.")
                    .exception();
        }
        return known;
    }
}
