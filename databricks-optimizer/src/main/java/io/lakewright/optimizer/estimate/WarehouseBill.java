package io.lakewright.optimizer.estimate;

import io.lakewright.core.check.Severity;
import io.lakewright.optimizer.Amounts;
import java.util.Optional;

/** What a warehouse costs while it runs: DBU by its size, the list price with its date, machines where they are paid. */
final class WarehouseBill {

    private final Compute compute;
    private final Optional<Double> hours;
    private final EstimateDraft draft;

    WarehouseBill(Compute compute, Optional<Double> hours, EstimateDraft draft) {
        this.compute = compute;
        this.hours = hours;
        this.draft = draft;
    }

    void write() {
        if (!compute.isWarehouse() || compute.size().isEmpty() || hours.isEmpty()) {
            String lacking = hours.isEmpty() ? "the hours that it runs" : "a warehouse size from 2X-Small to 4X-Large";
            draft.find(
                    Severity.WARNING,
                    "EST_INSUFFICIENT_INPUT",
                    "E-01",
                    "A price needs " + lacking
                            + "; DBU an hour of clusters and of 5X-Large are not in the price list.");
            price();
            return;
        }
        WarehouseSize size = compute.size().get();
        double dbu = size.dbuPerHour() * (double) compute.clusters() * hours.get();
        draft.numbers().put("dbu", dbu);
        draft.say(compute.clusters() + " x " + size.label() + " for " + Amounts.plain(hours.get()) + " h consumes "
                + Amounts.plain(dbu) + " DBU (" + size.dbuPerHour() + " an hour and cluster).");
        Optional<PriceList.Price> price = price();
        if (price.isEmpty()) {
            return;
        }
        double usd = dbu * price.get().usdPerDbu();
        draft.numbers().put("usd_dbu", Amounts.cents(usd));
        if (compute.paysMachines()) {
            machines(size, usd);
        } else {
            draft.numbers().put("usd", Amounts.cents(usd));
            draft.say("At list price that is " + Amounts.usd(usd) + ", machines included.");
        }
    }

    /** The dated list price; says so when there is none. */
    Optional<PriceList.Price> price() {
        Optional<PriceList.Price> price = compute.price();
        String place =
                compute.cloudName() + " " + (compute.regionName().isEmpty() ? "without region" : compute.regionName())
                        + ", " + compute.tierName();
        if (price.isEmpty()) {
            draft.find(
                    Severity.WARNING,
                    "EST_PRICE_UNKNOWN",
                    "E-09",
                    "No checked price for " + compute.priceType() + " in " + printable(place)
                            + ": read system.billing.list_prices, and account_prices for negotiated ones, in the workspace.");
            return price;
        }
        if (compute.region().isEmpty()) {
            draft.assume("E-03: prices of " + place + " are taken, because no region was said.");
        }
        draft.find(
                Severity.INFO,
                "EST_PRICE_DATED",
                "E-03",
                "List price " + price.get().usdPerDbu() + " USD per DBU (" + compute.priceType() + ", " + place
                        + ", as of " + price.get().checked() + "); negotiated prices differ.");
        return price;
    }

    private void machines(WarehouseSize size, double usd) {
        Optional<PriceList.Machine> machine = PriceList.standard().machine(compute.cloudName());
        draft.find(
                Severity.INFO,
                "EST_VM_ADDED",
                "E-06",
                "Pro and classic warehouses pay virtual machines and disks beside DBU: " + size.workers()
                        + " workers and a driver"
                        + " for each cluster"
                        + machine.map(it -> ", estimated at machine prices of " + it.checked())
                                .orElse("")
                        + ".");
        machine.ifPresent(it -> {
            double clusterHours = compute.clusters() * hours.orElse(0.0);
            double usual = (size.driverSize() * it.onDemand() + size.workers() * it.usual()) * clusterHours;
            double most = (size.driverSize() + size.workers()) * it.onDemand() * clusterHours;
            Band machines = new Band(usual * 0.7, usual, Math.max(usual, most) * 1.3);
            draft.assume(
                    "E-06: the driver is on demand" + (compute.cloudName().equals("aws") ? " and workers are spot" : "")
                            + "; machine prices of other regions than the checked one are taken as equal, plus or minus 30%.");
            draft.numbers().set("usd_vm", machines.tree());
            draft.numbers().set("usd", machines.plus(new Band(usd, usd, usd)).tree());
            draft.say(
                    "DBU cost " + Amounts.usd(usd) + " at list price, machines about " + Amounts.usd(usual) + " more.");
        });
    }

    private static String printable(String text) {
        String shown = text.replaceAll("\\p{Cntrl}", " ");
        return shown.length() <= 80 ? shown : shown.substring(0, 80) + "...";
    }
}
