package org.tumen.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;

/** A file of a system that has no locks; nothing else is asked of it. */
final class LocklessChannel extends FileChannel {
    @Override
    public FileLock tryLock(long position, long size, boolean shared) throws IOException {
        throw new IOException("No locks available");
    }

    @Override
    public FileLock lock(long position, long size, boolean shared) throws IOException {
        return tryLock(position, size, shared);
    }

    @Override
    protected void implCloseChannel() {}

    private static UnsupportedOperationException unasked() {
        return new UnsupportedOperationException("only locks are asked for");
    }

    @Override
    public int read(ByteBuffer to) {
        throw unasked();
    }

    @Override
    public long read(ByteBuffer[] to, int offset, int length) {
        throw unasked();
    }

    @Override
    public int write(ByteBuffer from) {
        throw unasked();
    }

    @Override
    public long write(ByteBuffer[] from, int offset, int length) {
        throw unasked();
    }

    @Override
    public long position() {
        throw unasked();
    }

    @Override
    public FileChannel position(long position) {
        throw unasked();
    }

    @Override
    public long size() {
        throw unasked();
    }

    @Override
    public FileChannel truncate(long size) {
        throw unasked();
    }

    @Override
    public void force(boolean metaData) {
        throw unasked();
    }

    @Override
    public long transferTo(long position, long count, WritableByteChannel to) {
        throw unasked();
    }

    @Override
    public long transferFrom(ReadableByteChannel from, long position, long count) {
        throw unasked();
    }

    @Override
    public int read(ByteBuffer to, long position) {
        throw unasked();
    }

    @Override
    public int write(ByteBuffer from, long position) {
        throw unasked();
    }

    @Override
    public MappedByteBuffer map(MapMode mode, long position, long size) {
        throw unasked();
    }
}
