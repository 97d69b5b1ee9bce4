package io.lakewright.optimizer.estimate;

import io.lakewright.core.check.Finding;
import io.lakewright.core.check.Severity;
import io.lakewright.optimizer.Amounts;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** What a warehouse costs while it runs: DBU by its size, the list price with its date, machines where they are paid. */
final class WarehouseBill {

    private final Compute compute;
    private final Optional<Double> hours;
    private final List<Finding> findings;
    private final List<String> assumptions;
    private final List<String> sentences;
    private final ObjectNode numbers;

    WarehouseBill(
            Compute compute,
            Optional<Double> hours,
            List<Finding> findings,
            List<String> assumptions,
            List<String> sentences,
            ObjectNode numbers) {
        this.compute = compute;
        this.hours = hours;
        this.findings = findings;
        this.assumptions = assumptions;
        this.sentences = sentences;
        this.numbers = numbers;
    }

    void write() {
        if (!compute.isWarehouse() || compute.size().isEmpty() || hours.isEmpty()) {
            String lacking = hours.isEmpty() ? "the hours that it runs" : "a warehouse size from 2X-Small to 4X-Large";
            findings.add(Finding.of(
                    Severity.WARNING,
                    "EST_INSUFFICIENT_INPUT",
                    "E-01",
                    "A price needs " + lacking
                            + "; DBU an hour of clusters and of 5X-Large are not in the price list."));
            price();
            return;
        }
        WarehouseSize size = compute.size().get();
        double dbu = size.dbuPerHour() * (double) compute.clusters() * hours.get();
        numbers.put("dbu", dbu);
        sentences.add(compute.clusters() + " x " + size.label() + " for " + Amounts.plain(hours.get()) + " h consumes "
                + Amounts.plain(dbu) + " DBU (" + size.dbuPerHour() + " an hour and cluster).");
        Optional<PriceList.Price> price = price();
        if (price.isEmpty()) {
            return;
        }
        double usd = dbu * price.get().usdPerDbu();
        numbers.put("usd_dbu", Amounts.cents(usd));
        if (compute.paysMachines()) {
            machines(size, usd);
        } else {
            numbers.put("usd", Amounts.cents(usd));
            sentences.add("At list price that is " + Amounts.usd(usd) + ", machines included.");
        }
    }

    /** The dated list price; says so when there is none. */
    Optional<PriceList.Price> price() {
        Optional<PriceList.Price> price = compute.price();
        String place =
                compute.cloudName() + " " + (compute.regionName().isEmpty() ? "without region" : compute.regionName())
                        + ", " + compute.tierName();
        if (price.isEmpty()) {
            findings.add(
                    Finding.of(
                            Severity.WARNING,
                            "EST_PRICE_UNKNOWN",
                            "E-09",
                            "No checked price for " + compute.priceType() + " in " + printable(place)
                                    + ": read system.billing.list_prices, and account_prices for negotiated ones, in the workspace."));
            return price;
        }
        if (compute.region().isEmpty()) {
            assumptions.add("E-03: prices of " + place + " are taken, because no region was said.");
        }
        findings.add(Finding.of(
                Severity.INFO,
                "EST_PRICE_DATED",
                "E-03",
                "List price " + price.get().usdPerDbu() + " USD per DBU (" + compute.priceType() + ", " + place
                        + ", as of " + price.get().checked() + "); negotiated prices differ."));
        return price;
    }

    private void machines(WarehouseSize size, double usd) {
        Optional<PriceList.Machine> machine = PriceList.standard().machine(compute.cloudName());
        findings.add(Finding.of(
                Severity.INFO,
                "EST_VM_ADDED",
                "E-06",
                "Pro and classic warehouses pay virtual machines and disks beside DBU: " + size.workers()
                        + " workers and a driver"
                        + " for each cluster"
                        + machine.map(it -> ", estimated at machine prices of " + it.checked())
                                .orElse("")
                        + "."));
        machine.ifPresent(it -> {
            double clusterHours = compute.clusters() * hours.orElse(0.0);
            double usual = (size.driverSize() * it.onDemand() + size.workers() * it.usual()) * clusterHours;
            double most = (size.driverSize() + size.workers()) * it.onDemand() * clusterHours;
            Band machines = new Band(usual * 0.7, usual, Math.max(usual, most) * 1.3);
            assumptions.add(
                    "E-06: the driver is on demand" + (compute.cloudName().equals("aws") ? " and workers are spot" : "")
                            + "; machine prices of other regions than the checked one are taken as equal, plus or minus 30%.");
            numbers.set("usd_vm", machines.tree());
            numbers.set("usd", machines.plus(new Band(usd, usd, usd)).tree());
            sentences.add(
                    "DBU cost " + Amounts.usd(usd) + " at list price, machines about " + Amounts.usd(usual) + " more.");
        });
    }

    private static String printable(String text) {
        String shown = text.replaceAll("\\p{Cntrl}", " ");
        return shown.length() <= 80 ? shown : shown.substring(0, 80) + "...";
    }
}
