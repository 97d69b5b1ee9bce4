package io.lakewright.optimizer.estimate;

import io.lakewright.core.document.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** List prices with the date on which they were checked. The exact source is system.billing.list_prices (E-09). */
public final class PriceList {

    private static final PriceList STANDARD = read("prices.json");

    private final JsonNode document;

    private PriceList(JsonNode document) {
        this.document = document;
    }

    /** @param checked when the price was seen, as year and month or day */
    public record Price(double usdPerDbu, String cloud, String region, String tier, String checked) {}

    /** What machines cost beside DBU: each worker as usual (spot where that is the default) and on demand. */
    public record Machine(double usual, double onDemand, String checked) {}

    public static PriceList standard() {
        return STANDARD;
    }

    public String asOf() {
        return document.path("as_of").asString("");
    }

    /** The price of a kind of compute, empty where the list has none for that cloud, region and tier. */
    public Optional<Price> price(String type, String cloud, String region, String tier) {
        return document.path("dbu")
                .valueStream()
                .filter(line -> is(line, "type", type)
                        && is(line, "cloud", cloud)
                        && is(line, "region", region)
                        && is(line, "tier", tier))
                .findFirst()
                .map(line -> new Price(
                        line.path("usd").asDouble(),
                        cloud,
                        region,
                        tier,
                        line.path("checked").asString("")));
    }

    public Optional<Double> storage(String cloud) {
        JsonNode price = document.path("storage_usd_per_gb_month").path(cloud);
        return price.isNumber() ? Optional.of(price.asDouble()) : Optional.empty();
    }

    public Optional<Machine> machine(String cloud) {
        JsonNode line = document.path("worker_usd_per_hour").path(cloud);
        return line.isObject()
                ? Optional.of(new Machine(
                        line.path("usual").asDouble(),
                        line.path("on_demand").asDouble(),
                        line.path("checked").asString("")))
                : Optional.empty();
    }

    private static boolean is(JsonNode line, String property, String value) {
        return line.path(property).asString("").equals(value.toLowerCase(Locale.ROOT));
    }

    private static PriceList read(String resource) {
        try (InputStream in = Objects.requireNonNull(PriceList.class.getResourceAsStream(resource), resource)) {
            return new PriceList(Json.read(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
