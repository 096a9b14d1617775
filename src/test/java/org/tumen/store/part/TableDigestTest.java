package org.tumen.store.part;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TableDigestTest {
    @Test
    void isTheSumOfTheRowsHashes() throws Exception {
        TableDigest digest = new TableDigest();
        BigInteger sum = BigInteger.ZERO;
        for (int run = 0; run < 40; run++) {
            double[] values = {run, -0.0, Double.NaN};
            digest.add("a", run, values);
            ByteBuffer row = ByteBuffer.allocate(4 + 1 + 8 + 1 + 4 + 24);
            row.putInt(1).put((byte) 'a').putLong(run).put((byte) 0).putInt(3);
            for (double value : values) {
                row.putLong(Double.doubleToRawLongBits(value));
            }
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(row.array());
            sum = sum.add(new BigInteger(1, hash)).mod(BigInteger.ONE.shiftLeft(256));
        }
        assertThat(new BigInteger(digest.hex(), 16)).isEqualTo(sum);
    }

    @Property(tries = 200, seed = "1")
    void dependsNeitherOnOrderNorOnPartition(
            @ForAll @Size(min = 1, max = 30) List<Double> values,
            @ForAll long shuffle,
            @ForAll @IntRange(min = 1, max = 5) int parts) {
        TableDigest whole = new TableDigest();
        List<Integer> order = new ArrayList<>();
        for (int run = 0; run < values.size(); run++) {
            add(whole, run, values);
            order.add(run);
        }
        Collections.shuffle(order, new Random(shuffle));
        List<TableDigest> some = new ArrayList<>();
        for (int i = 0; i < parts; i++) {
            some.add(new TableDigest());
        }
        for (int i = 0; i < order.size(); i++) {
            add(some.get(i % parts), order.get(i), values);
        }
        TableDigest merged = new TableDigest();
        some.forEach(part -> merged.merge(TableDigest.parse(part.hex())));
        assertThat(merged).isEqualTo(whole);
    }

    private static void add(TableDigest digest, int run, List<Double> values) {
        if (run % 5 == 4) {
            digest.addFailure("arm", run, "cause " + values.get(run));
        } else {
            digest.add("arm", run, new double[] {values.get(run), run});
        }
    }

    @Property(tries = 300, seed = "1")
    void anyChangedBitOfAValueChangesIt(
            @ForAll @Size(value = 6) List<Double> values,
            @ForAll @IntRange(min = 0, max = 5) int index,
            @ForAll @IntRange(min = 0, max = 63) int bit) {
        double[] row = values.stream().mapToDouble(Double::doubleValue).toArray();
        double[] flipped = row.clone();
        flipped[index] = Double.longBitsToDouble(Double.doubleToRawLongBits(row[index]) ^ (1L << bit));
        assertThat(of("a", 3, flipped)).isNotEqualTo(of("a", 3, row));
    }

    @Test
    void armRunAndStatusEnter() {
        double[] row = {1, 2};
        assertThat(List.of(of("a", 1, row), of("a", 2, row), of("b", 1, row), of("ab", 1, row)))
                .doesNotHaveDuplicates();
        TableDigest failed = new TableDigest();
        failed.addFailure("a", 1, "cause");
        TableDigest otherwise = new TableDigest();
        otherwise.addFailure("a", 1, "another cause");
        assertThat(failed).isNotEqualTo(otherwise).isNotEqualTo(of("a", 1, row));
        TableDigest swapped = of("a", 1, new double[] {2, 1});
        assertThat(swapped).isNotEqualTo(of("a", 1, row));
    }

    private static TableDigest of(String arm, long run, double[] values) {
        TableDigest digest = new TableDigest();
        digest.add(arm, run, values);
        return digest;
    }
}
