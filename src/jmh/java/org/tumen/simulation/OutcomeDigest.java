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

    /** Prints the digests of the default scenario and of a Council without rivalry. */
    public static void main(String[] arguments) throws NoSuchAlgorithmException {
        for (double rivalry : new double[] {0.8, 0}) {
            DiplomacySim sim = new DiplomacySim(DefaultScenario.withRivalry(rivalry));
            System.out.println("rivalry " + rivalry + ": " + of(sim));
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
