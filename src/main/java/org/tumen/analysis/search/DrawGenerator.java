package org.tumen.analysis.search;

import org.apache.commons.math3.random.AbstractRandomGenerator;
import org.tumen.draw.DrawSequence;

/** Keyed draws in the form that a library takes. Its seed is part of its key and cannot be set anew. */
final class DrawGenerator extends AbstractRandomGenerator {
    private static final int BITS = 32;

    private final DrawSequence draws;

    /** The draws of a purpose, from the start of a key. */
    DrawGenerator(long seed, String purpose, long key) {
        draws = new DrawSequence(seed, purpose).startAt(key);
    }

    @Override
    public void setSeed(long seed) {
        throw new UnsupportedOperationException("the draws are a function of their key");
    }

    @Override
    public double nextDouble() {
        return draws.uniform();
    }

    @Override
    public int nextInt() {
        return (int) (draws.word() >>> BITS);
    }

    @Override
    public long nextLong() {
        return draws.word();
    }

    @Override
    public int nextInt(int n) {
        return draws.below(n);
    }

    @Override
    public boolean nextBoolean() {
        return draws.word() < 0;
    }

    @Override
    public float nextFloat() {
        return (float) draws.uniform();
    }

    @Override
    public double nextGaussian() {
        return draws.normal();
    }
}
