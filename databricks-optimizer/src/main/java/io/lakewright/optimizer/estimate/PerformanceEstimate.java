package io.lakewright.optimizer.estimate;

import io.lakewright.core.check.Severity;
import io.lakewright.core.model.DataModel;
import io.lakewright.optimizer.Amounts;
import io.lakewright.optimizer.advice.Advice;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Estimates by databricks.md section 4. Times and sizes are bands, never single numbers; what arithmetic gives (DBU of a
 * size over hours, list price times DBU) is a number with the date of its price. A claimed factor without baseline, size,
 * filter and band is refused.
 */
public final class PerformanceEstimate {

    private final EstimateRequest request;
    private final EstimateDraft draft = new EstimateDraft();

    private PerformanceEstimate(EstimateRequest request) {
        this.request = request;
    }

    public static Advice answer(EstimateRequest request) {
        return new PerformanceEstimate(request).build();
    }

    /** The loads of a model on a warehouse that suits its size. */
    public static Advice of(DataModel model) {
        Compute compute = new Compute(
                Optional.empty(), Optional.empty(), 1, Optional.empty(), Optional.empty(), Optional.empty());
        return answer(new EstimateRequest(
                Optional.of(model),
                "",
                compute,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                "",
                Optional.empty(),
                Optional.empty()));
    }

    private Advice build() {
        boolean asked = false;
        if (!request.claim().isBlank()) {
            judgeClaim();
            asked = true;
        }
        if (request.model().isPresent()) {
            new LoadEstimate(request, draft).write(request.model().get());
            asked = true;
        }
        if (request.query().isPresent()
                || request.tableBytes().isPresent()
                || request.history().isPresent()) {
            new QueryEstimate(request, draft).write();
            asked = true;
        }
        if (request.storageBytes().isPresent()) {
            storage(request.storageBytes().get());
            asked = true;
        }
        boolean priced =
                request.hours().isPresent() || (request.compute().warehouse().isPresent() && !asked);
        if (priced) {
            new WarehouseBill(request.compute(), request.hours(), draft).write();
            asked = true;
        }
        if (!asked) {
            draft.missing(
                    "Give a model, a query with table_bytes, or a warehouse with hours; there is nothing to estimate yet.");
        }
        if (draft.assumes()) {
            draft.find(
                    Severity.INFO,
                    "EST_ASSUMPTIONS",
                    "X-06",
                    "The numbers rest on the listed assumptions; each can be replaced by what you know.");
        }
        return draft.advice();
    }

    private void judgeClaim() {
        String words = request.claim().toLowerCase(Locale.ROOT);
        boolean factor =
                words.matches("(?s).*(\\d|twice|double|half|faster|cheaper|speed|improv|always|never|instant).*");
        if (factor) {
            draft.find(
                    Severity.WARNING,
                    "EST_CLAIM_UNSUPPORTED",
                    "E-12",
                    "The claimed gain is not supported: published gains of liquid clustering are for selective reads of large"
                            + " tables against older layouts, and a factor means nothing without baseline, table size, filter"
                            + " and band.");
        }
    }

    private void storage(double bytes) {
        double months = request.months().orElse(1.0);
        Optional<Double> price = PriceList.standard().storage(request.compute().cloudName());
        if (price.isEmpty()) {
            return;
        }
        double usd = bytes / 1e9 * price.get() * months;
        draft.numbers().put("usd_storage", Amounts.cents(usd));
        if (request.hours().isEmpty()) {
            draft.numbers().put("usd", Amounts.cents(usd));
        }
        draft.find(
                Severity.INFO,
                "EST_PRICE_DATED",
                "E-08",
                Amounts.bytes(bytes) + " for " + Amounts.plain(months) + " months at " + price.get()
                        + " USD per GB and month ("
                        + request.compute().cloudName() + ", 2026 list, first tier) is " + Amounts.usd(usd)
                        + "; old files until VACUUM and requests come on top.");
    }
}
