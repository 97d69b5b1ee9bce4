package io.lakewright.optimizer.estimate;

import java.util.Locale;
import java.util.Optional;

/** Sizes of SQL warehouses (databricks.md E-01, E-02). 5X-Large exists, but its DBU are not known. */
public enum WarehouseSize {
    XX_SMALL("2X-Small", 4, 1, 1),
    X_SMALL("X-Small", 6, 2, 1),
    SMALL("Small", 12, 4, 2),
    MEDIUM("Medium", 24, 8, 4),
    LARGE("Large", 40, 16, 4),
    X_LARGE("X-Large", 80, 32, 8),
    XX_LARGE("2X-Large", 144, 64, 8),
    XXX_LARGE("3X-Large", 272, 128, 8),
    XXXX_LARGE("4X-Large", 528, 256, 8);

    private final String label;
    private final int dbuPerHour;
    private final int workers;
    private final int driverSize;

    WarehouseSize(String label, int dbuPerHour, int workers, int driverSize) {
        this.label = label;
        this.dbuPerHour = dbuPerHour;
        this.workers = workers;
        this.driverSize = driverSize;
    }

    /** Reads {@code 2X-Small}, {@code XXS}, {@code x large} and the like. */
    public static Optional<WarehouseSize> parse(String text) {
        String form = text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        return switch (form) {
            case "2xsmall", "xxsmall", "2xs", "xxs" -> Optional.of(XX_SMALL);
            case "xsmall", "xs" -> Optional.of(X_SMALL);
            case "small", "s" -> Optional.of(SMALL);
            case "medium", "m" -> Optional.of(MEDIUM);
            case "large", "l" -> Optional.of(LARGE);
            case "xlarge", "xl" -> Optional.of(X_LARGE);
            case "2xlarge", "xxlarge", "2xl", "xxl" -> Optional.of(XX_LARGE);
            case "3xlarge", "xxxlarge", "3xl" -> Optional.of(XXX_LARGE);
            case "4xlarge", "xxxxlarge", "4xl" -> Optional.of(XXXX_LARGE);
            default -> Optional.empty();
        };
    }

    public String label() {
        return label;
    }

    public int dbuPerHour() {
        return dbuPerHour;
    }

    /** Workers of 8 cores each. */
    public int workers() {
        return workers;
    }

    /** The driver in workers' machines: 2xlarge is 1. */
    public int driverSize() {
        return driverSize;
    }
}
