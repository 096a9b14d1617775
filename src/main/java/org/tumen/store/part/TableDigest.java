package org.tumen.store.part;

import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.nio.charset.StandardCharsets;
import java.security.DigestException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * A digest of a table of runs that does not depend on the order of its rows: SHA-256 of each row, summed modulo 2^256.
 * The rows may be added in any order, by any number of threads (one digest each) and in any partition, and digests
 * merged; the sum is the same to the bit. A row enters as the arm's name, the run, the status and either the raw IEEE
 * 754 bits of its outcomes or the cause of its failure, each of variable length preceded by its length.
 *
 * <p>An object of this class belongs to one thread at a time.
 */
public final class TableDigest {
    private static final int LIMBS = 8;
    private static final int BYTES = 32;
    private static final long LIMB_MASK = 0xFFFF_FFFFL;
    private static final byte COMPLETED = 0;
    private static final byte FAILED = 1;
    private static final int FIXED = 64;

    // Big-endian: limb 0 is the most significant 32 bits.
    private final int[] sum = new int[LIMBS];
    private final MessageDigest sha;
    private final byte[] hash = new byte[BYTES];
    private final IntBuffer hashed = ByteBuffer.wrap(hash).asIntBuffer();
    private final int[] hashLimbs = new int[LIMBS];
    private ByteBuffer row = ByteBuffer.allocate(1024);
    private String arm = "";
    private byte[] armBytes = new byte[0];

    /** Of an empty table. */
    public TableDigest() {
        sha = DigestUtils.getSha256Digest();
    }

    /** Whether a text can be what {@link #hex} wrote. */
    static boolean written(String hex) {
        return hex.length() == 2 * BYTES && hex.chars().allMatch(c -> Character.digit(c, 16) >= 0 && c < 128);
    }

    /** Of what {@link #hex} wrote. */
    public static TableDigest parse(String hex) {
        TableDigest digest = new TableDigest();
        byte[] bytes = HexFormat.of().parseHex(hex);
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("a digest has 64 hexadecimal digits, not " + hex.length());
        }
        ByteBuffer.wrap(bytes).asIntBuffer().get(digest.sum);
        return digest;
    }

    public void add(String armName, long run, double[] outcomes) {
        begin(armName, run, COMPLETED, outcomes.length * Double.BYTES);
        row.putInt(outcomes.length);
        for (double outcome : outcomes) {
            row.putLong(Double.doubleToRawLongBits(outcome));
        }
        end();
    }

    public void addFailure(String armName, long run, String cause) {
        byte[] text = cause.getBytes(StandardCharsets.UTF_8);
        begin(armName, run, FAILED, text.length);
        row.putInt(text.length).put(text);
        end();
    }

    /** Adds all rows of another digest. */
    public void merge(TableDigest other) {
        add(other.sum);
    }

    /** As 64 hexadecimal digits. */
    public String hex() {
        ByteBuffer bytes = ByteBuffer.allocate(BYTES);
        bytes.asIntBuffer().put(sum);
        return HexFormat.of().formatHex(bytes.array());
    }

    private void begin(String armName, long run, byte status, int variable) {
        if (!armName.equals(arm)) {
            arm = armName;
            armBytes = armName.getBytes(StandardCharsets.UTF_8);
        }
        int needed = FIXED + armBytes.length + variable;
        if (row.capacity() < needed) {
            row = ByteBuffer.allocate(Math.max(needed, 2 * row.capacity()));
        }
        row.clear();
        row.putInt(armBytes.length).put(armBytes).putLong(run).put(status);
    }

    private void end() {
        sha.update(row.array(), 0, row.position());
        try {
            sha.digest(hash, 0, BYTES);
        } catch (DigestException e) {
            throw new IllegalStateException(e);
        }
        hashed.get(0, hashLimbs);
        add(hashLimbs);
    }

    private void add(int[] other) {
        long carry = 0;
        for (int i = LIMBS - 1; i >= 0; i--) {
            carry += (sum[i] & LIMB_MASK) + (other[i] & LIMB_MASK);
            sum[i] = (int) carry;
            carry >>>= Integer.SIZE;
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TableDigest digest && Arrays.equals(sum, digest.sum);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(sum);
    }

    @Override
    public String toString() {
        return hex();
    }
}
