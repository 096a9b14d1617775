package org.tumen.simulation;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.tumen.outcome.Outcome;
import org.tumen.outcome.RunKey;

/** Prints a digest of the outcomes of many runs: an acceleration must leave it as it was. */
public final class OutcomeDigest {
    private static final int RUNS = 5000;

    private OutcomeDigest() {}

    /** Prints the digests of the default scenario and of one in which words and measures calm instead of provoke. */
    public static void main(String[] arguments) throws NoSuchAlgorithmException {
        for (double spiral : new double[] {0.4, -0.4}) {
            DiplomacySim sim = new DiplomacySim(DefaultScenario.with("region.impacts.spiral=" + spiral));
            System.out.println("spiral " + spiral + ": " + of(sim));
        }
    }

    private static String of(DiplomacySim sim) throws NoSuchAlgorithmException {
        MessageDigest sha = MessageDigest.getInstance("SHA-256");
        double[] outcomes = new double[Outcome.all().size()];
        ByteBuffer bytes = ByteBuffer.allocate(Double.BYTES * outcomes.length);
        for (int run = 0; run < RUNS; run++) {
            sim.run(new RunKey(1, run), outcomes);
            bytes.clear();
            for (double outcome : outcomes) {
                bytes.putDouble(outcome);
            }
            sha.update(bytes.array());
        }
        return HexFormat.of().formatHex(sha.digest());
    }
}
