package org.tumen.store.file;

/** A file as it was written: its size in bytes, and its CRC-32C in hexadecimal. */
public record FileSum(long bytes, String crc32c) {}
