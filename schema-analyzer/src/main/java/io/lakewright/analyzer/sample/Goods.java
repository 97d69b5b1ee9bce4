package io.lakewright.analyzer.sample;

import static io.lakewright.analyzer.sample.Cells.fields;
import static io.lakewright.analyzer.sample.Cells.money;
import static io.lakewright.analyzer.sample.Cells.number;
import static io.lakewright.analyzer.sample.Cells.timestamp;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Categories, products, promotions and stock. */
final class Goods {

    static final int PRODUCTS = 15_000;
    static final int PROMOTIONS = 40;
    static final int PROMOTION_DAYS = 23;
    private static final int STOCK_PER_STORE = 1_500;

    private static final List<String> DEPARTMENTS =
            List.of("Garden", "Kitchen", "Living", "Office", "Outdoor", "Toys", "Workshop");
    private static final List<String> RANGES =
            List.of("Basics", "Tools", "Lighting", "Storage", "Textiles", "Decor", "Care", "Gifts");
    static final int CATEGORIES = 47;

    private static final List<String> KINDS = List.of(
            "Lamp", "Chair", "Basket", "Kettle", "Rake", "Puzzle", "Shelf", "Blanket", "Knife", "Tent", "Stapler",
            "Vase", "Drill", "Mat", "Clock", "Bench", "Kite", "Tray", "Hook", "Jar");
    private static final List<String> COLORS =
            List.of("black", "white", "oak", "slate", "green", "blue", "sand", "red", "copper");
    private static final List<String> SIZES = List.of("XS", "S", "M", "L", "XL");
    private static final List<String> BRANDS = List.of(
            "Harborline",
            "Fernwood",
            "Oakbridge",
            "Lumen & Co",
            "Trailmark",
            "Quietworks",
            "Nordhus",
            "Bramble",
            "Ironleaf",
            "Papergate");

    private Goods() {}

    /** Price in cents; few products are expensive. */
    static long priceCents(int product) {
        Draw draw = new Draw("price");
        double share = draw.share(product, 1);
        long euros = 2 + Math.round(8 + 90 * share + 700 * Math.pow(share, 8));
        return euros * 100 - (draw.happens(0.8, product, 2) ? 1 : 50);
    }

    static final class Categories implements SampleTable {
        @Override
        public int count() {
            return CATEGORIES;
        }

        /** Departments come first; the others are spread below them. */
        @Override
        public List<@Nullable String> row(int number) {
            int departments = DEPARTMENTS.size();
            if (number <= departments) {
                String name = DEPARTMENTS.get(number - 1);
                return fields(
                        Integer.toString(number), code(name, 0), name, null, "All of " + name.toLowerCase(Locale.ROOT));
            }
            int below = number - departments - 1;
            int department = below % departments;
            int range = below / departments;
            String name = DEPARTMENTS.get(department) + " " + RANGES.get(range);
            return fields(
                    Integer.toString(number),
                    code(DEPARTMENTS.get(department), range + 1),
                    name,
                    Integer.toString(department + 1),
                    below % 4 == 3 ? null : name + ", all price ranges");
        }

        private static String code(String department, int range) {
            return department.substring(0, 3).toUpperCase(Locale.ROOT) + "-" + number("", 2, range);
        }

        @Override
        public OptionalInt numberOf(List<String> key) {
            return numbered(key);
        }
    }

    static final class Products implements SampleTable {
        private final Draw draw = new Draw("product");

        @Override
        public int count() {
            return PRODUCTS;
        }

        @Override
        public List<@Nullable String> row(int number) {
            int departments = DEPARTMENTS.size();
            int category = departments + 1 + draw.skewed(CATEGORIES - departments, number, 1);
            String kind = draw.of(KINDS, number, 2);
            String color = draw.of(COLORS, number, 3);
            boolean plain = draw.happens(0.25, number, 4);
            long price = priceCents(number);
            long cost = BigDecimal.valueOf(price)
                    .multiply(BigDecimal.valueOf(45 + draw.below(30, number, 5)))
                    .divide(BigDecimal.valueOf(100), 0, RoundingMode.HALF_UP)
                    .longValueExact();
            LocalDateTime created = Parties.OPENING.minusDays(700).plusMinutes(draw.below(1_800_000, number, 6));
            return fields(
                    Integer.toString(number),
                    number("SKU-", 6, 100_000 + number * 5),
                    draw.of(BRANDS, number, 7) + " " + kind + " " + number("", 4, draw.below(9_000, number, 8)),
                    draw.happens(0.2, number, 9) ? null : kind + " in " + color + ", made to last",
                    Integer.toString(category),
                    Integer.toString(1 + draw.skewed(Parties.SUPPLIERS, number, 10)),
                    draw.happens(0.05, number, 11) ? null : draw.of(BRANDS, number, 7),
                    plain ? null : color,
                    draw.happens(0.6, number, 12) ? null : draw.of(SIZES, number, 13),
                    money(price),
                    money(cost),
                    draw.happens(0.12, number, 14)
                            ? null
                            : BigDecimal.valueOf(50 + draw.skewed(24_000, number, 15), 3)
                                    .toPlainString(),
                    draw.happens(0.82, number, 16) ? "active" : draw.happens(0.6, number, 17) ? "seasonal" : "retired",
                    timestamp(created),
                    timestamp(created.plusMinutes(draw.below(600_000, number, 18))));
        }

        @Override
        public OptionalInt numberOf(List<String> key) {
            return numbered(key);
        }
    }

    static final class Promotions implements SampleTable {
        private final Draw draw = new Draw("promotions");

        @Override
        public int count() {
            return PROMOTIONS;
        }

        @Override
        public List<@Nullable String> row(int number) {
            LocalDate from = Parties.OPENING.toLocalDate().plusDays((number - 1L) * PROMOTION_DAYS);
            return fields(
                    Integer.toString(number),
                    "PROMO-" + number("", 3, number),
                    Parties.words(draw, number) + " Days " + number,
                    money(percent(number) * 100L),
                    from.toString(),
                    from.plusDays(PROMOTION_DAYS - 1L).toString());
        }

        static int percent(int promotion) {
            return 5 + 5 * new Draw("promotion percent").below(5, promotion, 1);
        }

        @Override
        public OptionalInt numberOf(List<String> key) {
            return numbered(key);
        }
    }

    static final class Stock implements SampleTable {
        private final Draw draw = new Draw("stock");

        @Override
        public int count() {
            return Parties.STORES * STOCK_PER_STORE;
        }

        /** Every shop carries a tenth of the products, each shop others. */
        @Override
        public List<@Nullable String> row(int number) {
            int store = (number - 1) / STOCK_PER_STORE + 1;
            int product = (number - 1) % STOCK_PER_STORE * 10 + store % 10 + 1;
            return fields(
                    Integer.toString(store),
                    Integer.toString(product),
                    Integer.toString(draw.happens(0.07, number, 1) ? 0 : draw.skewed(240, number, 2)),
                    draw.happens(0.15, number, 3) ? null : Integer.toString(5 + draw.below(30, number, 4)),
                    timestamp(LocalDateTime.of(2026, 6, 1, 6, 0).plusMinutes(draw.below(43_000, number, 5))));
        }

        @Override
        public OptionalInt numberOf(List<String> key) {
            // Nothing refers to stock.
            return OptionalInt.empty();
        }
    }
}
