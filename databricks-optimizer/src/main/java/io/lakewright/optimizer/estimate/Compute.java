package io.lakewright.optimizer.estimate;

import io.lakewright.core.Copies;
import java.util.Locale;
import java.util.Optional;

/**
 * What runs the work, as far as it was said.
 *
 * @param warehouse its size in words
 * @param type such as {@code serverless}, {@code pro}, {@code classic} or {@code jobs}
 */
public record Compute(
        Optional<String> warehouse,
        Optional<String> type,
        int clusters,
        Optional<String> cloud,
        Optional<String> region,
        Optional<String> tier) {

    public Compute {
        warehouse = Copies.optional(warehouse);
        type = Copies.optional(type);
        cloud = Copies.optional(cloud);
        region = Copies.optional(region);
        tier = Copies.optional(tier);
    }

    public Optional<WarehouseSize> size() {
        return warehouse.flatMap(WarehouseSize::parse);
    }

    /** The kind of compute as the price list calls it; a warehouse is serverless unless said otherwise. */
    public String priceType() {
        String words = type.orElse("serverless").toLowerCase(Locale.ROOT).replaceAll("[-_]", " ");
        boolean serverless = words.contains("serverless");
        if (words.contains("job")) {
            return serverless ? "jobs_serverless" : "jobs";
        }
        if (words.contains("all purpose") || words.contains("interactive")) {
            return serverless ? "all_purpose_serverless" : "all_purpose";
        }
        if (words.contains("pipeline") || words.contains("dlt")) {
            return words.contains("advanced")
                    ? "pipelines_advanced"
                    : words.contains("pro") ? "pipelines_pro" : "pipelines_core";
        }
        return serverless ? "sql_serverless" : words.contains("classic") ? "sql_classic" : "sql_pro";
    }

    public boolean isWarehouse() {
        return priceType().startsWith("sql");
    }

    /** Whether machines are paid beside DBU (databricks.md E-06, E-07). */
    public boolean paysMachines() {
        return !priceType().endsWith("serverless");
    }

    public String cloudName() {
        String name = cloud.orElse("aws").toLowerCase(Locale.ROOT).strip();
        return name.startsWith("az") ? "azure" : name.startsWith("g") ? "gcp" : "aws";
    }

    /** The region in the form of the price list, or the cloud's first one when none was said. */
    public String regionName() {
        String name = region.orElse("").toLowerCase(Locale.ROOT).strip();
        if (name.isEmpty()) {
            return cloudName().equals("azure") ? "eastus" : cloudName().equals("aws") ? "us-east-1" : "";
        }
        String plain = name.replace(" ", "");
        return switch (plain) {
            case "seoul" -> cloudName().equals("azure") ? "koreacentral" : "ap-northeast-2";
            case "frankfurt" -> "eu-central-1";
            case "tokyo" -> "ap-northeast-1";
            case "n.virginia", "virginia" -> "us-east-1";
            case "useast" -> "eastus";
            default -> cloudName().equals("azure") ? plain.replace("-", "") : plain;
        };
    }

    public String tierName() {
        return tier.orElse("premium").toLowerCase(Locale.ROOT).strip();
    }

    public Optional<PriceList.Price> price() {
        return PriceList.standard().price(priceType(), cloudName(), regionName(), tierName());
    }
}
