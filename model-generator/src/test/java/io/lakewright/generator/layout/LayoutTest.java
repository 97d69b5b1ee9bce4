package io.lakewright.generator.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LayoutTest {

    private static final List<Layout.Box> BOXES = List.of(
            new Layout.Box("orders", 264, 200),
            new Layout.Box("customers", 264, 150),
            new Layout.Box("dim_customer", 300, 300),
            new Layout.Box("fact_order", 360, 420));
    private static final List<Layout.Link> LINKS = List.of(
            new Layout.Link("customers", "dim_customer"),
            new Layout.Link("orders", "fact_order"),
            new Layout.Link("dim_customer", "fact_order"),
            new Layout.Link("nobody", "fact_order"));

    @ParameterizedTest
    @EnumSource(Layout.class)
    void placesEveryBoxApartFromTheOthers(Layout layout) {
        Map<String, Layout.Point> places = layout.place(BOXES, LINKS);

        assertThat(places).hasSameSizeAs(BOXES);
        assertThat(places.values()).allMatch(point -> point.x() >= 0 && point.y() >= 0);
        for (Layout.Box one : BOXES) {
            for (Layout.Box other : BOXES) {
                if (!one.equals(other)) {
                    assertThat(overlap(one, other, places))
                            .as(one + " " + other)
                            .isFalse();
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Layout.class)
    void placesTheSameBoxesAlike(Layout layout) {
        assertThat(layout.place(BOXES, LINKS)).isEqualTo(layout.place(BOXES, LINKS));
    }

    private static boolean overlap(Layout.Box one, Layout.Box other, Map<String, Layout.Point> places) {
        Layout.Point a = places.get(one.id());
        Layout.Point b = places.get(other.id());
        return a.x() < b.x() + other.width()
                && b.x() < a.x() + one.width()
                && a.y() < b.y() + other.height()
                && b.y() < a.y() + one.height();
    }
}
