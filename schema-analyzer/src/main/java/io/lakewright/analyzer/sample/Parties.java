package io.lakewright.analyzer.sample;

import static io.lakewright.analyzer.sample.Cells.fields;
import static io.lakewright.analyzer.sample.Cells.number;
import static io.lakewright.analyzer.sample.Cells.timestamp;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Suppliers, shops, customers and employees. All names are combinations of words. */
final class Parties {

    static final int CUSTOMERS = 8_000;
    static final int STORES = 24;
    static final int EMPLOYEES_PER_STORE = 7;
    static final int HEAD_OFFICE = 12;
    static final int EMPLOYEES = HEAD_OFFICE + STORES * EMPLOYEES_PER_STORE;
    static final int SUPPLIERS = 120;
    /** Addresses from here on belong to suppliers and shops. */
    static final int BUSINESS_ADDRESSES = 9_000;

    static final List<String> CURRENCIES = List.of("EUR", "GBP", "SEK", "USD");

    static final LocalDateTime OPENING = LocalDateTime.of(2024, 1, 1, 8, 0);

    private static final List<String> CURRENCY_NAMES =
            List.of("Euro", "Pound sterling", "Swedish krona", "United States dollar");
    private static final List<String> ADJECTIVES = List.of(
            "Amber",
            "Quiet",
            "Bright",
            "Copper",
            "Northern",
            "Silver",
            "Gentle",
            "Rapid",
            "Hollow",
            "Scarlet",
            "Misty",
            "Golden",
            "Velvet",
            "Stony",
            "Windy",
            "Early");
    private static final List<String> NOUNS = List.of(
            "Falcon", "Lantern", "Meadow", "Harbor", "Cedar", "Compass", "Otter", "Willow", "Anchor", "Heron", "Maple",
            "Signal", "Juniper", "Beacon", "Thistle", "Quarry");
    private static final List<String> SEGMENTS =
            List.of("household", "household", "household", "small_business", "business", "public_body");
    private static final List<String> TIERS = List.of("bronze", "bronze", "silver", "gold");
    private static final List<String> FORMATS = List.of("flagship", "standard", "standard", "compact");
    private static final List<String> TITLES =
            List.of("Sales Associate", "Sales Associate", "Cashier", "Shift Lead", "Stock Keeper", "Advisor");

    private Parties() {}

    static String words(Draw draw, int row) {
        return draw.of(ADJECTIVES, row, 90) + " " + draw.of(NOUNS, row, 91);
    }

    static final class Currencies implements SampleTable {
        @Override
        public int count() {
            return CURRENCIES.size();
        }

        @Override
        public List<@Nullable String> row(int number) {
            return fields(CURRENCIES.get(number - 1), CURRENCY_NAMES.get(number - 1), "2");
        }

        @Override
        public OptionalInt numberOf(List<String> key) {
            int index = CURRENCIES.indexOf(key.getFirst());
            return index < 0 ? OptionalInt.empty() : OptionalInt.of(index + 1);
        }
    }

    static final class Suppliers implements SampleTable {
        private final Draw draw = new Draw("suppliers");

        @Override
        public int count() {
            return SUPPLIERS;
        }

        @Override
        public List<@Nullable String> row(int number) {
            return fields(
                    Integer.toString(number),
                    number("SUP-", 5, 10_000 + number * 7),
                    words(draw, number) + " Trading " + number,
                    Integer.toString(BUSINESS_ADDRESSES + number),
                    draw.of(CURRENCIES, number, 1),
                    draw.happens(0.1, number, 2) ? null : Integer.toString(2 + draw.below(40, number, 3)),
                    Boolean.toString(draw.happens(0.93, number, 4)),
                    timestamp(OPENING.plusMinutes(draw.below(1_200_000, number, 5))));
        }

        @Override
        public OptionalInt numberOf(List<String> key) {
            return numbered(key);
        }
    }

    static final class Stores implements SampleTable {
        private final Draw draw = new Draw("stores");

        @Override
        public int count() {
            return STORES;
        }

        @Override
        public List<@Nullable String> row(int number) {
            return fields(
                    Integer.toString(number),
                    number("S", 3, 100 + number),
                    draw.of(Places.CITIES, number, 1) + " Shop " + number,
                    Integer.toString(BUSINESS_ADDRESSES + SUPPLIERS + number),
                    draw.of(FORMATS, number, 2),
                    draw.happens(0.08, number, 3) ? null : Integer.toString(180 + 20 * draw.below(90, number, 4)),
                    LocalDate.of(2009, 3, 1)
                            .plusDays(draw.below(5_000, number, 5))
                            .toString());
        }

        @Override
        public OptionalInt numberOf(List<String> key) {
            return numbered(key);
        }
    }

    static final class Customers implements SampleTable {
        private final Draw draw = new Draw("customers");

        @Override
        public int count() {
            return CUSTOMERS;
        }

        @Override
        public List<@Nullable String> row(int number) {
            LocalDateTime created = OPENING.minusDays(900).plusMinutes(draw.below(2_400_000, number, 1));
            return fields(
                    Integer.toString(number),
                    number("C", 7, 1_000_000 + number * 13),
                    words(draw, number) + " " + number,
                    "customer-" + number + "@example.com",
                    draw.of(SEGMENTS, number, 2),
                    draw.happens(0.35, number, 3) ? null : draw.of(TIERS, number, 4),
                    Integer.toString(number),
                    currency(number),
                    Boolean.toString(draw.happens(0.42, number, 5)),
                    timestamp(created),
                    timestamp(created.plusMinutes(draw.below(500_000, number, 6))));
        }

        /** Most customers pay in euro. */
        static String currency(int number) {
            Draw draw = new Draw("customer currency");
            return draw.happens(0.7, number, 1) ? "EUR" : draw.of(CURRENCIES, number, 2);
        }

        @Override
        public OptionalInt numberOf(List<String> key) {
            return numbered(key);
        }
    }

    static final class Employees implements SampleTable {
        private final Draw draw = new Draw("employees");

        @Override
        public int count() {
            return EMPLOYEES;
        }

        /** Number 1 leads the house, the rest of the head office reports to it, shop leads to the head office. */
        @Override
        public List<@Nullable String> row(int number) {
            boolean office = number <= HEAD_OFFICE;
            int store = office ? 0 : (number - HEAD_OFFICE - 1) / EMPLOYEES_PER_STORE + 1;
            boolean lead = !office && (number - HEAD_OFFICE - 1) % EMPLOYEES_PER_STORE == 0;
            int manager = office ? 1 : lead ? 2 + store % (HEAD_OFFICE - 1) : firstOf(store);
            String title = number == 1 ? "Managing Director" : office ? "Area Manager" : lead ? "Shop Manager" : "";
            return fields(
                    Integer.toString(number),
                    number("E", 5, 20_000 + number * 3),
                    words(draw, number) + " E" + number,
                    title.isEmpty() ? draw.of(TITLES, number, 1) : title,
                    office ? null : Integer.toString(store),
                    number == 1 ? null : Integer.toString(manager),
                    LocalDate.of(2012, 1, 2)
                            .plusDays(draw.below(4_600, number, 2))
                            .toString());
        }

        static int firstOf(int store) {
            return HEAD_OFFICE + (store - 1) * EMPLOYEES_PER_STORE + 1;
        }

        @Override
        public OptionalInt numberOf(List<String> key) {
            return numbered(key);
        }
    }
}
