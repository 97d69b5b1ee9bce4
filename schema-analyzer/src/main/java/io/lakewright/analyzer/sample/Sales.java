package io.lakewright.analyzer.sample;

import static io.lakewright.analyzer.sample.Cells.fields;
import static io.lakewright.analyzer.sample.Cells.money;
import static io.lakewright.analyzer.sample.Cells.number;
import static io.lakewright.analyzer.sample.Cells.timestamp;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What is ordered: orders and their lines. */
final class Sales {

    static final int ORDERS = 40_000;
    private static final int MINUTES_PER_ORDER = 32;

    /** Lines of ten orders in a row, before they are turned: 25, so that 40,000 orders have 100,000 lines. */
    private static final int[] LINES = {1, 3, 2, 4, 1, 2, 3, 2, 4, 3};

    private static final int LINES_OF_TEN = IntStream.of(LINES).sum();
    private static final Draw DRAW = new Draw("orders");

    private Sales() {}

    static int linesOf(int order) {
        int ten = (order - 1) / 10;
        return LINES[((order - 1) % 10 + DRAW.below(10, ten, 1)) % 10];
    }

    static int linesBefore(int order) {
        int lines = (order - 1) / 10 * LINES_OF_TEN;
        for (int earlier = (order - 1) / 10 * 10 + 1; earlier < order; earlier++) {
            lines += linesOf(earlier);
        }
        return lines;
    }

    static LocalDateTime date(int order) {
        return Parties.OPENING.plusMinutes(
                (long) (order - 1) * MINUTES_PER_ORDER + DRAW.below(MINUTES_PER_ORDER, order, 2));
    }

    static boolean isOnline(int order) {
        return DRAW.happens(0.45, order, 3);
    }

    static int customer(int order) {
        return 1 + DRAW.skewed(Parties.CUSTOMERS, order, 4);
    }

    static String status(int order) {
        if (DRAW.happens(0.03, order, 5)) {
            return "cancelled";
        }
        return order > ORDERS - 300 ? "open" : order > ORDERS - 900 && isOnline(order) ? "shipped" : "completed";
    }

    static int shippingAddress(int order) {
        return DRAW.happens(0.85, order, 6)
                ? customer(order)
                : Parties.CUSTOMERS + 1 + DRAW.below(Parties.BUSINESS_ADDRESSES - Parties.CUSTOMERS, order, 7);
    }

    static long shippingCents(int order) {
        return isOnline(order) ? 490 + 100L * DRAW.below(4, order, 8) : 0;
    }

    static long totalCents(int order) {
        long total = shippingCents(order);
        for (int line = 1; line <= linesOf(order); line++) {
            total += new Line(order, line).amountCents();
        }
        return total;
    }

    /** What stands on one line of an order. */
    record Line(int order, int line) {
        private int field(int offset) {
            return 100 + line * 10 + offset;
        }

        int product() {
            return 1 + DRAW.skewed(Goods.PRODUCTS, order, field(0));
        }

        int quantity() {
            return 1 + DRAW.skewed(6, order, field(1));
        }

        /** The promotion of the day, taken by one line in five; 0 for none. */
        int promotion() {
            long day = ChronoUnit.DAYS.between(
                    Parties.OPENING.toLocalDate(), date(order).toLocalDate());
            int promotion = (int) (day / Goods.PROMOTION_DAYS) + 1;
            return promotion <= Goods.PROMOTIONS && DRAW.happens(0.2, order, field(2)) ? promotion : 0;
        }

        /** The price of then: now and again up to 8 percent below today's. */
        long priceCents() {
            long today = Goods.priceCents(product());
            return today - today * DRAW.below(9, order, field(3)) / 100;
        }

        long discountCents() {
            return promotion() == 0 ? 0 : quantity() * priceCents() * Goods.Promotions.percent(promotion()) / 100;
        }

        long amountCents() {
            return quantity() * priceCents() - discountCents();
        }
    }

    static final class Orders implements SampleTable {
        @Override
        public int count() {
            return ORDERS;
        }

        @Override
        public List<@Nullable String> row(int number) {
            boolean online = isOnline(number);
            int store = 1 + DRAW.skewed(Parties.STORES, number, 9);
            int employee = Parties.Employees.firstOf(store) + DRAW.below(Parties.EMPLOYEES_PER_STORE, number, 10);
            int customer = customer(number);
            return fields(
                    Integer.toString(number),
                    number("SO-", 7, 1_000_000 + number),
                    Integer.toString(customer),
                    online ? null : Integer.toString(store),
                    online || DRAW.happens(0.1, number, 11) ? null : Integer.toString(employee),
                    Integer.toString(customer),
                    online ? Integer.toString(shippingAddress(number)) : null,
                    Parties.Customers.currency(customer),
                    timestamp(date(number)),
                    status(number),
                    money(shippingCents(number)),
                    timestamp(date(number).plusMinutes(5 + DRAW.below(9_000, number, 12))));
        }

        @Override
        public OptionalInt numberOf(List<String> key) {
            return numbered(key);
        }
    }

    static final class OrderLines implements SampleTable {
        @Override
        public int count() {
            return ORDERS / 10 * LINES_OF_TEN;
        }

        @Override
        public List<@Nullable String> row(int number) {
            int order = (number - 1) / LINES_OF_TEN * 10 + 1;
            while (linesBefore(order) + linesOf(order) < number) {
                order++;
            }
            return row(order, number - linesBefore(order));
        }

        static List<@Nullable String> row(int order, int lineNumber) {
            Line line = new Line(order, lineNumber);
            return fields(
                    Integer.toString(order),
                    Integer.toString(lineNumber),
                    Integer.toString(line.product()),
                    line.promotion() == 0 ? null : Integer.toString(line.promotion()),
                    Integer.toString(line.quantity()),
                    money(line.priceCents()),
                    money(line.discountCents()),
                    money(line.amountCents()));
        }

        @Override
        public OptionalInt numberOf(List<String> key) {
            OptionalInt order = new Orders().numbered(key);
            if (order.isEmpty() || !key.getLast().matches("[1-9]")) {
                return OptionalInt.empty();
            }
            int line = Integer.parseInt(key.getLast());
            return line <= linesOf(order.getAsInt())
                    ? OptionalInt.of(linesBefore(order.getAsInt()) + line)
                    : OptionalInt.empty();
        }
    }
}
