package io.lakewright.analyzer.sample;

import static io.lakewright.analyzer.sample.Cells.fields;
import static io.lakewright.analyzer.sample.Cells.money;
import static io.lakewright.analyzer.sample.Cells.number;
import static io.lakewright.analyzer.sample.Cells.timestamp;

import java.time.LocalDateTime;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What becomes of an order once it is placed: payments, shipments and returns. */
final class AfterSales {

    private static final int SPLIT_EVERY = 40;

    /** The same draws as for the orders themselves, so that what follows fits them. */
    private static final Draw DRAW = new Draw("orders");

    private static final List<String> METHODS = List.of("card", "card", "card", "invoice", "wallet", "voucher");
    private static final List<String> CARRIERS = List.of("Swift Parcel", "Blue Van", "Harbor Freight Post");
    private static final List<String> REASONS = List.of("damaged", "wrong_item", "no_longer_wanted", "too_late");

    private AfterSales() {}

    /** One payment for every order, and a second one for every fortieth, which was paid in two halves. */
    static final class Payments implements SampleTable {
        @Override
        public int count() {
            return Sales.ORDERS + Sales.ORDERS / SPLIT_EVERY;
        }

        @Override
        public List<@Nullable String> row(int number) {
            boolean second = number > Sales.ORDERS;
            int order = second ? (number - Sales.ORDERS) * SPLIT_EVERY : number;
            long total = Sales.totalCents(order);
            long half = total / 2;
            long amount = second ? half : order % SPLIT_EVERY == 0 ? total - half : total;
            return fields(
                    Integer.toString(number),
                    number("PAY", 9, 700_000_000 + number * 11),
                    Integer.toString(order),
                    DRAW.of(METHODS, number, 20),
                    Parties.Customers.currency(Sales.customer(order)),
                    money(amount),
                    timestamp(Sales.date(order).plusMinutes(second ? 40_000 : DRAW.below(4_000, number, 21))),
                    Sales.status(order).equals("cancelled") ? "refunded" : "settled");
        }

        @Override
        public OptionalInt numberOf(List<String> key) {
            return numbered(key);
        }
    }

    static final class Shipments implements SampleTable {
        private final int[] orders = IntStream.rangeClosed(1, Sales.ORDERS)
                .filter(order -> Sales.isOnline(order)
                        && !Sales.status(order).equals("cancelled")
                        && !Sales.status(order).equals("open"))
                .toArray();

        @Override
        public int count() {
            return orders.length;
        }

        @Override
        public List<@Nullable String> row(int number) {
            int order = orders[number - 1];
            LocalDateTime shipped = Sales.date(order).plusHours(6 + DRAW.below(60, order, 30));
            boolean delivered = !Sales.status(order).equals("shipped");
            return fields(
                    Integer.toString(number),
                    number("TRK", 10, 1_000_000_000 + number * 17),
                    Integer.toString(order),
                    Integer.toString(Sales.shippingAddress(order)),
                    DRAW.of(CARRIERS, order, 31),
                    money(350 + 10L * DRAW.skewed(90, order, 32)),
                    timestamp(shipped),
                    delivered ? timestamp(shipped.plusHours(20 + DRAW.below(100, order, 33))) : null);
        }

        @Override
        public OptionalInt numberOf(List<String> key) {
            return numbered(key);
        }
    }

    static final class Returns implements SampleTable {
        /** Orders of which the first line came back. */
        private final int[] orders = IntStream.rangeClosed(1, Sales.ORDERS - 1_000)
                .filter(order ->
                        DRAW.happens(0.08, order, 40) && Sales.status(order).equals("completed"))
                .toArray();

        @Override
        public int count() {
            return orders.length;
        }

        @Override
        public List<@Nullable String> row(int number) {
            int order = orders[number - 1];
            Sales.Line line = new Sales.Line(order, 1);
            int quantity = 1 + DRAW.below(line.quantity(), order, 41);
            return fields(
                    Integer.toString(number),
                    number("R", 7, 5_000_000 + number),
                    Integer.toString(order),
                    "1",
                    Integer.toString(quantity),
                    money(line.amountCents() * quantity / line.quantity()),
                    DRAW.of(REASONS, order, 42),
                    timestamp(Sales.date(order).plusDays(3 + DRAW.below(25, order, 43))));
        }

        @Override
        public OptionalInt numberOf(List<String> key) {
            return numbered(key);
        }
    }
}
