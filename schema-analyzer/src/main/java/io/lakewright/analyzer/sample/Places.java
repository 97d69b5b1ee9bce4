package io.lakewright.analyzer.sample;

import static io.lakewright.analyzer.sample.Cells.fields;
import static io.lakewright.analyzer.sample.Cells.number;
import static io.lakewright.analyzer.sample.Cells.timestamp;

import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Invented places: the addresses at which parties live and work. */
final class Places {

    static final int ADDRESSES = 9_200;
    static final List<String> CITIES = List.of(
            "Northvale",
            "Eastmere",
            "Westbrook Haven",
            "Southwick Point",
            "Larkford",
            "Ravenmoor",
            "Silverton Bay",
            "Oakhollow",
            "Brightwater",
            "Fernley Cross",
            "Stonegate",
            "Marlow End",
            "Kingsreach",
            "Thornbury Falls",
            "Ashcombe",
            "Willowmere");
    private static final List<String> STREETS = List.of(
            "Larch Row",
            "Mill Lane",
            "Quay Street",
            "Orchard Way",
            "Station Road",
            "Foundry Yard",
            "Chapel Hill",
            "Canal Side",
            "Linden Avenue",
            "Market Square");
    private static final List<String> REGIONS = List.of("Coast", "Hills", "Lakes", "Plains", "Capital");
    private static final List<String> COUNTRIES = List.of("DE", "DE", "DE", "NL", "FR", "SE", "GB", "US");

    private Places() {}

    static final class Addresses implements SampleTable {
        private final Draw draw = new Draw("addresses");

        @Override
        public int count() {
            return ADDRESSES;
        }

        @Override
        public List<@Nullable String> row(int number) {
            return fields(
                    Integer.toString(number),
                    1 + draw.below(180, number, 1) + " " + draw.of(STREETS, number, 2),
                    draw.of(CITIES, number, 3),
                    draw.happens(0.3, number, 4) ? null : draw.of(REGIONS, number, 5),
                    number("", 5, 10_000 + draw.below(80_000, number, 6)),
                    draw.of(COUNTRIES, number, 7),
                    timestamp(Parties.OPENING.plusMinutes(draw.below(1_200_000, number, 8))));
        }

        @Override
        public OptionalInt numberOf(List<String> key) {
            return numbered(key);
        }
    }
}
