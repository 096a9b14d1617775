package org.tumen.chart.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tumen.analysis.value.BreakEvens;
import org.tumen.analysis.value.DrawnComparison;
import org.tumen.analysis.value.ValueOfKnowing;
import org.tumen.analysis.value.Valued;
import org.tumen.chart.IndexBars;
import org.tumen.chart.Picture;
import org.tumen.chart.Sheet;
import org.tumen.outcome.Direction;

/** The pictures of what a comparison under a prior turns on and where it flips. */
public final class PriorPictures {
    private static final int MOST_BARS = 12;
    private static final int MOST_CURVES = 3;

    private PriorPictures() {}

    /**
     * The pictures, by name of the file without its ending.
     *
     * @param found the comparison in an outcome
     * @param outcome what the arms are valued by
     * @param note runs, seed and version, as captions say them
     */
    public static Map<String, Picture> of(DrawnComparison found, Valued outcome, String note) {
        Map<String, Picture> pictures = new LinkedHashMap<>();
        for (ValueOfKnowing value : found.valueOfChoice()) {
            if (value.quantities().isEmpty()) {
                continue;
            }
            pictures.put("turns_on_" + outcome.key(), knowing(value, outcome, note));
        }
        for (int k = 0; k < found.breakEvens().size(); k++) {
            String arm = found.arms().get(k);
            List<BreakEvens> along = found.breakEvens().get(k).stream()
                    .filter(b -> !b.values().isEmpty())
                    .limit(MOST_CURVES)
                    .toList();
            if (!along.isEmpty()) {
                pictures.put(
                        flips(outcome.key(), arm), curves(arm + " − " + found.baseline(), along, found, outcome, note));
            }
        }
        return pictures;
    }

    /** The name of the picture of an arm's break-even values. */
    public static String flips(String outcome, String arm) {
        return "break_even_" + outcome + "_" + arm;
    }

    private static Picture knowing(ValueOfKnowing value, Valued outcome, String note) {
        List<IndexBars.Bar> bars = new ArrayList<>();
        bars.add(new IndexBars.Bar(
                "everything",
                value.ofAll(),
                value.ofAll() - 1.96 * value.ofAllError(),
                value.ofAll() + 1.96 * value.ofAllError(),
                0,
                value.ofAll() > value.floor()));
        value.quantities().stream()
                .limit(MOST_BARS)
                .forEach(k -> bars.add(new IndexBars.Bar(
                        k.quantity().label(),
                        k.value(),
                        k.value() - 1.96 * k.error(),
                        k.value() + 1.96 * k.error(),
                        value.floor(),
                        k.aboveNoise())));
        String first = value.thatMatter().isEmpty()
                ? "nothing stands out of the noise"
                : value.thatMatter().get(0).quantity().label() + " before all";
        return new Sheet(
                        "What the choice turns on: " + first,
                        "among " + String.join(", ", value.arms()) + " in " + outcome.phrase(),
                        "How much the expected outcome would gain if the choice could wait until the parameter is known;"
                                + " cross-validated, with 95 % intervals. {Vermillion}: what noise alone reaches; {axis} bars do not"
                                + " pass it.\n" + note)
                .add(new IndexBars("value of knowing, " + outcome.unit(), bars), outcome.key())
                .picture(150 + 26 * bars.size());
    }

    private static Picture curves(
            String difference, List<BreakEvens> along, DrawnComparison found, Valued outcome, String note) {
        int better = found.direction() == Direction.LESS ? -1 : 1;
        Sheet sheet = new Sheet(
                        "Where it flips: " + difference + " in " + outcome.phrase(),
                        "",
                        "The expected difference at each value of the parameter, all else averaged over its prior, with its 95 %"
                                + " band; {blue}: better, {vermillion}: worse. Thick on the line of zero: the interval of the break-even"
                                + " value. Beneath: how the prior spreads over better and worse.\n" + note)
                .gap(26);
        along.forEach(b -> sheet.add(new BreakEvenPanel(b, "difference, " + outcome.unit(), better), outcome.key()));
        return sheet.picture(110 + 330 * along.size());
    }
}
